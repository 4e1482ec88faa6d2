
  // ---- words, and the elements that carry them
  let language = 0;
  const word = (pair) => (pair ? pair[language] : "");
  const label = (key, ...values) => word(data.labels[key]).replace(/\{(\d)\}/g, (_, place) => values[place]);
  const code = (group, value) => (value ? word(data.codes[group][value]) || value : "");
  const element = (tag, text, properties = {}) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    return Object.assign(made, properties);
  };
  const link = (id, text) => element("a", text, { href: `#${id}` });

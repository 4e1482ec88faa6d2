"""Texts that nobody writes and an archive holds all the same."""

SIZES = 4000


def hostile(size=SIZES):
    """Name and text: each is one thing over and over, as long as `size` characters or so."""
    units = {
        "brackets": "（",
        "nested brackets": "(1)",
        "square brackets": "[",
        "heads": "【1】",
        "nested quotes": "“‘1",
        "digits": "1",
        "digits and commas": "1,",
        "fractions": "1.",
        "full-width digits": "１",
        "numerals": "一千",
        "powers": "亿",
        "tens of thousands": "1万",
        "hundredths": "百分之",
        "ranges": "3至",
        "percentages": "5%、",
        "growths": "增长5%",
        "a list": "甲网22.3%；",
        "a table": "1\t",
        "days": "2012年3月5日",
        "years back": "去年",
        "bases": "较2011年5%",
        "zero-width marks": "\u200b1",
        "right-to-left marks": "\u202e1",
        "combining marks": "\u03011",
        "emoji": "😀1",
        "rare characters": "\U00020000",
        "line ends": "1\n",
        "headings": "收入5亿元\n",
        "carriage returns": "1\r",
        "addresses": "http://a.example/1 ",
        "source lines": "（某网http://a.example/1）\n",
        "images": "[image: a.jpg]\n",
        "halves": "半",
        "speech": "他说“1",
        "sayings": "表示：",
        "without a stop": "去年销售额达13205亿元，同比增长64.7%，",
        "places": "北京上海广州",
        "titles": "甲公司董事长李明表示，",
        "who was introduced": "京东总裁李明介绍，京东增长5%。李明称，",
        "forecasts": "预计5%，将增3%，",
        "charts": "2010年销售额100亿元，2011年增长12%。\n[image: a.jpg]\n12%  I0%\n112\n100\n2010 2Oll 2012e\n",
        "Latin": "a",
        "HTML": "<script>1</script>",
        "templates": "{1}%s$1",
    }
    return {name: unit * (size // len(unit) or 1) for name, unit in units.items()}

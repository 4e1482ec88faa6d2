"""Random texts of every way to write a number, and issues in which random stretches are something else."""

SCRAPS = (
    *"0123456789.,%％‰、，。；：（）()“”《》 \t-~—至到约超多余几又整零点",
    # Chinese digits: plain, of banks, old, and of traders.
    *"〇零一二三四五六七八九十百千万亿兆两俩仨半数",
    *"壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸",
    *"廿卅卌皕念幺洞拐勾丬",
    *"〡〢〣〤〥〦〧〨〩〸〹〺",
    # Other digits that Unicode knows, in wide forms, in circles and in other scripts.
    *"０１２３４５６７８９．，％",
    *"①②③⑩㈠㈡⒈⒉⑴⑵Ⅰ Ⅱ Ⅻ ⅰ ½ ¼ ¾ ⅓ ² ³",
    *"٠١٢٣۴۵०१२๑๒๓𝟏𝟐🄁",
    *("年", "月", "日", "号", "时", "点", "分", "秒", "世纪", "季度", "上半年", "旬", "周", "天", "初", "底"),
    *("元", "美元", "两", "斤", "亩", "米", "吨", "人", "家", "倍", "成", "折", "分之", "百分之", "千分之", "个百分点"),
    *("第", "前", "近", "每", "比", "占", "较", "同比", "增长", "下降", "至少", "以上", "左右", "余", "其中", "分别"),
    *("某市", "某公司", "黄金", "售价", "销售额", "手机", "他说", "据某网", "记者甲乙", "[image: a.jpg]", "\n", "\r\n"),
    *("\ud800", "\udc00", "\u200b", "\ufeff", "\u202e", "\u0301", "\x00", "\U00020000", "😀"),
    *("5月廿十日", "1/2两", "二〇一三", "３．５％", "十三五", "1点半", "一五一十", "万一", "2012-2013", "1:2", "No.1"),
)
LONGEST = 40


def random_text(draw) -> str:
    """Some scraps in a row."""
    return "".join(draw.choices(SCRAPS, k=draw.randint(1, LONGEST)))


def mutated(text: str, draw, times: int = 40) -> str:
    """A text in which stretches are left out, said twice, moved, or replaced by scraps."""
    for _ in range(times):
        start = draw.randint(0, len(text))
        end = min(len(text), start + draw.choice((1, 2, 5, 30, 300)))
        cut = text[start:end]
        put = draw.choice(("", cut * 2, cut[::-1], random_text(draw), draw.choice(SCRAPS)))
        text = text[:start] + put + text[end:]
    return text

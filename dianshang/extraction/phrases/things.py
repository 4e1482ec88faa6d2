"""Where the words that name a thing end, and whether some words name one at all."""

import re
from functools import cache, lru_cache

from dianshang.extraction.patterns import led, words
from dianshang.extraction.phrases.nouns import cue_codes, head_of
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

LONGEST_THING, LONGEST_REST = 14, 8
# 网友都, 发展商将: an adverb begins what is said of a thing; 首都 and 将军 hold none.
_ADVERB = (
    "(?<!成)就(?![业诊读餐医])|(?<![首成三新昌古京])都(?![市会江匀城])"
    "|(?<![存所现潜正内外实好有])在(?![线建册售读职岗手校外内途])|(?<![即麻干])将(?![军士领])|也(?!门)|所[持需获]|(?<![公中])共(?![同享和产建振存赢济识青融通管用生轨])"
)
# 五年间 is a time, 厚1―2寸 a size, 口或半径 the end of one thing and the beginning of another.
_NO_NAME = re.compile(
    r"了|着$|^节[约省]|^[单半首次当全每本上下][一]?[日月年周轮批期]$|[年月日周天]间$|期间$|以来$|^报告期|^[半一两]?年内|^一笔|^新[接签]|笔[\u4e00-\u9fff]{2,4}$|^新增|^个(?![人股体税性别贷险展])|^中[只有]|^如(?![家意])|^相当|^急速|^总(?![部公行局站台社署理])|^之|之比$|^(?:成功|原[本来]|剩[下余]|余下|其余|另外)|盘[初中尾]$|[0-9]时$|“[^”]*$|^隔夜|^[0-9]+个?[天日月年]期?$|[0-9][寸尺米]|(?:cm|mm)|^.?[或及与]|^(?:能(?![源量力耗效级繁])|须|需(?!求)|帮|令|鉴于|倘|连续|单套|整套|全部)|[挣赚亏掏欠赔]$|^和(?![平谐解田牛县服面室约记佳硕信邦睦声龙]|而泰)"
    r"|的$|^[若他谁]|[我你您她]|^最.{1,4}$|^大关|每[天日月年周]|^涉|(?:情况|状况|结果|原因|现象|水平|数据)$|[内中共现]有|^(?:记者|笔者|本报|据)|^[0-9]+[公千平立米吨岁]|[0-9]元|^受(?![访众益托理]|让方)|^(?:为?什么|如何|如果|任何|上述|以上|上一)"
)
# 股东共, 某公司仍拟: an adverb that leads over to the verb; 公共 and 人均 end in none.
_LEADS_OVER = "(?<![公中])共|(?<![人户日月年单件])均|[拟仍亦曾仅只才再未没不须]"
# 教练可赚取, 协会能筹集: before a verb it is a modal.
_MODAL = re.compile("(?:[可要想应需]|(?<![协大社机工商学年])会|(?<![功性智产动职储节])能)$")
# 售价直降, 价格要: what leads over from a property to what becomes of it.
_HOW = re.compile("[在为是不直过要可仅只较刚略微稳初预最偏很也]|下滑|失守|跌|攀|单日|全天|当[日天]|包括|调整|年复$")
_LISTED = re.compile("[、和与及]")
_COUNTING = re.compile("[一两几数每各该此这那](?![线级体]|次性|卡通|站式|口价|般贸易|年期|手房)|[0-9]+$")


@cache
def _verb() -> re.Pattern[str]:
    # A single character is a verb only where it opens or closes the words: 用于, but not 车用汽油.
    verbs = {*phrase_words().verb, *"不没未"}
    single = "".join(sorted(verb for verb in verbs if len(verb) == 1))
    several = words(verb for verb in verbs if len(verb) > 1)
    inside = "[占被把是说]|获(?![奖嘉])|对(?![外口])"
    verb = f"{several}|^[{single}]|[{single}]$|{inside}|[年月]产(?=[\u4e00-\u9fff]{{2}})|{_ADVERB}"
    opens = {*phrase_words().whole_noun, *verbs, *"占被把是说获对年月就都在将也所共"}
    return led(f"(?:{words(phrase_words().whole_noun)})|(?P<verb>{verb})", opens)


def holds_verb(phrase: str) -> bool:
    """Whether a verb stands in some words.

    >>> holds_verb("以高价拿下了"), holds_verb("不锈钢")
    (True, False)
    """
    return any(match["verb"] for match in _verb().finditer(phrase))


@cache
def _adverbs() -> re.Pattern[str]:
    several = {word for word in phrase_words().auxiliary | phrase_words().adverb if len(word) > 1}
    each = words(phrase_words().each | set(phrase_words().each_time))
    return led(
        f"(?:{words(several)}|{_LEADS_OVER}|的|每[一1]?(?:{each}))+$", {*several, *"共均拟仍亦曾仅只才再未没不须的每"}
    )


@cache
def _light() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().light_verb)})了?")


def behind_light_verb(phrase: str) -> str:
    """The part of a phrase behind a verb that only says that there is what it names; the whole where there is none.

    >>> behind_light_verb("某县实现旅游收入"), behind_light_verb("旅游收入")
    ('旅游收入', '旅游收入')
    """
    last = None
    for match in _light().finditer(phrase):
        last = match
    return phrase[last.end() :] if last is not None and len(phrase) - last.end() > 1 else phrase


@lru_cache(maxsize=8192)
def before_verb(phrase: str) -> str:
    """The part of a phrase before its first verb; the whole where none stands inside.

    >>> before_verb("各地玩具零售价格同比上涨"), before_verb("大股东共持有")
    ('各地玩具零售价格', '大股东')
    """
    for match in _verb().finditer(phrase):
        if match.start() > 1 and match["verb"]:
            return _without_adverb(_MODAL.sub("", phrase[: match.start()]))
    return phrase if phrase.endswith("的") else _without_adverb(phrase)


@lru_cache(maxsize=8192)
def up_to_head(phrase: str) -> str:
    """The part of a phrase up to the property that it names, where what follows only says how that does.

    >>> up_to_head("市场份额下滑较为明显"), up_to_head("收入状况")
    ('市场份额', '收入状况')
    """
    head = head_of(phrase)[0]
    if not head and (inner := _described().search(phrase)) is not None:
        # 合格率较低
        return phrase[: inner.end()]
    if not head or phrase.endswith(head):
        return phrase
    end = phrase.rfind(head) + len(head)
    told = _HOW.match(phrase, end) or before_verb(phrase) == phrase[:end]
    return phrase[:end] if told else phrase


@lru_cache(maxsize=8192)
def behind_relative(phrase: str) -> str:
    """The noun behind a clause that tells what it does (可享受补贴的电视); the whole where no clause goes before it.

    >>> behind_relative("可享受补贴的电视"), behind_relative("该县的电视")
    ('电视', '该县的电视')
    """
    clause, _, rest = phrase.rpartition("的")
    return rest if holds_verb(clause) and is_thing(rest) and not _LISTED.search(rest) else phrase


@cache
def _described() -> re.Pattern[str]:
    return re.compile(f"(?:{words(word for word in phrase_words().head if len(word) > 1)})(?=[较偏很最][高低大小多少])")


def _without_adverb(phrase: str) -> str:
    bare = _adverbs().sub("", phrase)
    return bare if len(bare) > 1 else phrase


@lru_cache(maxsize=8192)
def is_thing(words_of_it: str) -> bool:
    """Whether some words name a thing: no verb and no preposition stands in them.

    >>> is_thing("挖掘机"), is_thing("陆续雇佣")
    (True, False)
    """
    return (
        1 < len(words_of_it) <= LONGEST_THING
        and words_of_it not in _none()
        and not words_of_it[1:].endswith(_begins_anew())
        and not _affair().fullmatch(words_of_it)
        and not _COUNTING.match(words_of_it)
        and not _NO_NAME.search(words_of_it)
        and not holds_verb(words_of_it)
    )


@cache
def _none() -> frozenset[str]:
    """Words of no thing: kinds, properties, how they move, how far they reach, and what is done (改造门店200家)."""
    v, p = cues(), phrase_words()
    deeds = p.flow_word | p.deed | p.light_verb | v.will_do
    nobody = p.adverb | {word + end for word in p.nobody for end in ("", *"内上中里")}
    return deeds | nobody | v.rise_noun | v.fall_noun | p.reach | v.abstract_noun | frozenset(cue_codes())


@cache
def _begins_anew() -> tuple[str, ...]:
    """在全国新开, 建设日产: what is done, whose object stands behind."""
    return (*phrase_words().made_new, "年产", "日产", "月产")


@cache
def _affair() -> re.Pattern[str]:
    v = phrase_words()
    done = f"(?:本次|此次|拟|累计|已|共|实际)*(?:{words(v.affair | v.deed)})+"
    return re.compile(f"{done}(?:公司)?(?:{words(v.affair_of)})?")


@cache
def auxiliary() -> re.Pattern[str]:
    """What leads over from a noun to its verb.

    >>> auxiliary().match("还将新建").group()
    '还将'
    """
    return re.compile(f"(?:{words(phrase_words().auxiliary)})")


def before_auxiliary(text: str) -> str:
    """The noun that goes on behind a place, up to the auxiliary of its clause; empty where none does.

    >>> before_auxiliary("民航还将新建")
    '民航'
    """
    match = auxiliary().search(text)
    rest = text[: match.start()] if match else ""
    return rest if 1 < len(rest) <= LONGEST_REST and is_thing(rest) else ""

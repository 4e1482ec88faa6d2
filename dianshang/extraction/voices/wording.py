"""How sources are worded: what stands before and after a name, and the forms that a name has."""

import re
from functools import cache
from typing import NamedTuple

from dianshang.extraction.patterns import words
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

LONGEST = 18


class Wording(NamedTuple):
    """The patterns by which a source is read out of its words."""

    lead: re.Pattern[str]
    tail: re.Pattern[str]
    released: re.Pattern[str]
    person: re.Pattern[str]
    courtesy: re.Pattern[str]
    of_a_body: re.Pattern[str]
    people_of: re.Pattern[str]
    document: re.Pattern[str]
    data: re.Pattern[str]
    surname: re.Pattern[str]
    at_head: re.Pattern[str]
    titled: re.Pattern[str]
    office_end: re.Pattern[str]
    unnamed_end: re.Pattern[str]
    organisation_end: re.Pattern[str]
    pointer: re.Pattern[str]
    described: re.Pattern[str]


@cache
def wording() -> Wording:
    """The patterns, built from the lists of words.

    >>> wording().office_end.search("某某公司总经理") is not None
    True
    """
    v = cues()
    office = f"{words(v.office)}|首席[\u4e00-\u9fff]{{1,4}}官"
    data = words(v.source_work | v.source_data | v.document)
    adverb = f"{words(v.source_adverb | v.source_release)}|{data}"
    body = words(v.organisation_ending | phrase_words().body_ending)
    # 预订部工作人员
    desk = "(?:[\u4e00-\u9fff]{2,4}[部处科室])?"
    day = "(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?"
    return Wording(
        lead=re.compile(
            rf"(?:{words(v.source_lead)}|{day}|这是|在(?=[^，。]{{2,10}}[局委部院会心]对)|[“”\" \t\u3000\xa0，,])+"
        ),
        tail=re.compile(
            # 某局提供的海关统计, 某局对市场上木门的抽检结果
            rf"(?:(?:{words(v.source_release)})的?[^，。《》]{{0,16}}(?:{data})”?"
            rf"|(?<=[局部委会院所心司社厅署处])对[^，。]{{2,24}}(?:{data})"
            # 某公司在甲、乙等12个城市对6000名消费者进行的调查
            rf"|(?<=..)(?<![现正存实])在[^，。的]{{2,30}}(?:城市|地区|省市|国家)"
            rf"|{adverb}|[一二三四]季报|(?<![交期务究易])所|在?接受[^，。]{{0,24}}采访时?|(?<=..)(?<![现正存实])在[^，。的]{{2,4}}$|在[^，。]{{0,24}}(?:[上中时里内]|微博|博客)|关于[^，。]{{1,16}}的"
            r"|(?:召开|举行|举办)的?[^，。]{0,20}(?:会议?|论坛)"
            r"|第?[一二三四]季度?|前三季度?|[上下]半年|全年"
            r"|(?:向|对|给|跟|告诉)(?:记者|本报|媒体|《[^》]*》)[^，。]{0,4}|(?<=..)[对向][^，。的]{2,8}|(?<=..)在[京沪穗津渝汉杭宁港]|对[^，。]{2,16}的|(?:本?周|星期)[一二三四五六日]|[0-9一二三四五六七八九十]+(?:[年月]|日[早午晚]?间?)"
            r"|[今去前本上昨当](?:年|月|周|天|日|晚|早)(?:初|底|末|中|上午|下午|晚间)?"
            r"|[：: \t\u3000的了]|撰写[^，。]{0,8})++$"
        ),
        # 由某中心编制的《…》, 某局17日发布《…》
        released=re.compile(rf"(?:{words(v.source_release)})了?的?$"),
        person=re.compile(
            rf"(?:{office})(?:之一)?(?:兼任?(?:{office}))*"
            r"([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff·]{1,10}|[A-Z][a-z]+(?: [A-Z][A-Za-z.]+){1,2})$"
        ),
        courtesy=re.compile(rf"(?:{words(v.surname)})(?:先生|女士|小姐|老师|师傅|老板|阿姨|大[妈爷])$"),
        of_a_body=re.compile(rf"{desk}(?:{words(v.of_a_body)}){{0,4}}(?:{office}|{words(v.unnamed_ending)}|方面)"),
        people_of=re.compile(
            rf"(?P<body>[^，的]{{1,{LONGEST}}}?(?:{words(v.organisation_ending)})){desk}(?:{words(v.of_a_body)}){{0,4}}(?:{office}|{words(v.unnamed_ending)}|方面)"
        ),
        document=re.compile(
            rf"(?:{words(v.source_lead)})*+(?P<year>[0-9]{{4}}年?)?(?:该|这份|上述|此|其|这一)?(?P<document>{words(v.document)})(?:还|也|同时|中)*+"
        ),
        data=re.compile(
            rf"(?:{words(v.source_lead)})*+(?:该|上述|此|这|此次|本次)?项?(?:最新|全?样本|抽样|跟踪|监测|分析)*+(?P<data>{words(v.source_data)})"
            rf"(?:{words(v.source_data)})*+(?:{words(v.source_adverb)})*+(?:显示|表明|来看)?"
        ),
        surname=re.compile(
            rf"(?:{words(v.surname)})[\u4e00-\u9fff]{{1,2}}$|[\u4e00-\u9fff]{{1,6}}·[\u4e00-\u9fff·]{{1,10}}$"
        ),
        # 王小明在谈及…时，明确表示
        at_head=re.compile(rf"(?P<name>(?:{words(v.surname)})[\u4e00-\u9fff]{{1,2}})(?=在|就|谈|接受|日前|近日|昨)"),
        # 某公司王小明总经理
        titled=re.compile(rf"(?:.*(?:{office}|{body}))?((?:{words(v.surname)})[\u4e00-\u9fff]{{1,2}})(?:{office})"),
        office_end=re.compile(rf"(?:{office})$"),
        unnamed_end=re.compile(rf"(?:{words(v.unnamed_ending)})$"),
        organisation_end=re.compile(rf"(?:{words(v.organisation_ending)})$"),
        # 权威研究机构: told of, and not named.
        described=re.compile(rf"(?:{words(v.source_descriptor)}|[的家])+(?:机构|公司|单位|部门|协会|媒体|网站)"),
        pointer=re.compile(
            "(?P<it>[该本](?:委|局|部|署|厅|院|所|会|商会|学会|中心|银行|研究院|研究所)|[该本]?(?:公司|集团|行|机构|协会))"
            "的?(?:(?:有关|相关|一位|一名)?(?:负责人|人士|发言人|分析师|专家))?"
        ),
    )

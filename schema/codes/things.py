"""What named things are, and how large or how far."""

from dianshang.schema.codes.code_list import CodeList


class EntityType(CodeList):
    """What a named thing is."""

    ORGANISATION = "organisation", "a company, authority, association or other body", "机构"
    PERSON = "person", "a person", "人物"
    PLACE = "place", "a place", "地点"
    PRODUCT = "product", "a product or service", "产品或服务"
    MARKET = "market", "a market or an industry", "市场或行业"
    EVENT = "event", "a fair, forum, sale or meeting", "活动"
    PROJECT = "project", "an investment project", "项目"
    PROGRAMME = "programme", "a policy, plan or campaign", "政策、规划或行动"
    GROUP = "group", "a group of people or bodies", "人群或机构群体"


class AreaLevel(CodeList):
    """How large a place is."""

    REGION = "region", "a region of several countries, or the world", "跨国区域或全球"
    COUNTRY = "country", "a country or territory", "国家或地区"
    PROVINCE = "province", "a province of China", "中国省级行政区"
    CITY = "city", "a city, prefecture or district", "市、地区或区县"


class ProjectStage(CodeList):
    """How far a project has come."""

    PREPARATION = "preparation", "being prepared or planned", "前期准备或规划"
    CONSTRUCTION = "construction", "being built", "在建"
    COMPLETED = "completed", "in use", "建成"

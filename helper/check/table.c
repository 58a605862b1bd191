#include "check/families.h"

#define E   GM_SEVERITY_ERROR
#define W   GM_SEVERITY_WARNING
#define H   GM_SEVERITY_HINT
#define ALL GM_PROFILE_ALL
#define CN  GM_PROFILE_CN
#define DOC GM_PROFILE_GONGWEN

const gm_rule gm_rules[] = {
    {.id = "SEQ-01",
     .severity = E,
     .profiles = ALL,
     .title_zh = "文内序号缺号、重号或倒序",
     .title_en = "inline items skip, repeat or go backwards",
     .clause = "",
     .bad = "一是抓学习；三是抓落实。",
     .good = "一是抓学习；二是抓落实。",
     .near_miss = "一是一、二是二；尤其是",
     .draft = gm_check_inline_sequence},
    {.id = "SEQ-02",
     .severity = E,
     .profiles = ALL,
     .title_zh = "标题序号缺号、重号或倒序",
     .title_en = "numbered headings skip, repeat or go backwards",
     .clause = "",
     .bad = "一、总体要求 / 三、保障措施",
     .good = "一、总体要求 / 二、保障措施",
     .near_miss = "新的一级标题下（一）重新起算；附件另起",
     .draft = gm_check_heading_sequence},
    {.id = "SEQ-03",
     .severity = H,
     .profiles = ALL,
     .title_zh = "标题层次顺序",
     .title_en = "order of heading levels",
     .clause = "GB/T 9704-2012 7.3.3",
     .bad = "1.总体要求 / 一、保障措施",
     .good = "一、总体要求 / （一）保障措施",
     .near_miss = "一、之下直接用 1.，不少单位通行",
     .draft = gm_check_heading_form},
    {.id = "NRM-01",
     .severity = W,
     .profiles = ALL,
     .title_zh = "乱码",
     .title_en = "mojibake",
     .clause = "",
     .bad = "娓�楄繘琛屾椂",
     .good = "进行时",
     .near_miss = "生僻字、繁体字",
     .line = gm_check_mojibake},
};
const uint16_t gm_rule_count = sizeof gm_rules / sizeof *gm_rules;

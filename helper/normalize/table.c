#include "normalize/pass.h"

/* In the order they run. NRM-01 reports and NRM-03, NRM-32 and NRM-34 work on lines, not in them: no function here. */
const gm_pass gm_passes[] = {
    {"NRM-01", GM_PASS_REPORT, "乱码", "mojibake", "坚持?辰ㄒ欤", "坚持?辰ㄒ欤", "不改动，只报告可能的原文", 0, NULL},
    {"NRM-02", GM_PASS_DEFAULT, "混入的拼音", "pinyin noise", "机(ji)关(guan)", "机关", "体系(BTX)，赓(gēng)续",
     GM_HAS_PINYIN, gm_pass_pinyin},
    {"NRM-03", GM_PASS_OPT_IN, "网页附带的行", "lines of web chrome", "浏览次数：86", "", "标题；全文只有这些行", 0,
     NULL},
    {"NRM-16", GM_PASS_DEFAULT, "组合字符", "composed characters (NFC)", "e\xCC\x81", "é", "网址中的字符",
     GM_HAS_COMBINING, gm_pass_nfc},
    {"NRM-17", GM_PASS_DEFAULT, "兼容汉字与部首", "compatibility ideographs and radicals", "⽤⼾", "用户", "㎡ ① ½ ²",
     GM_HAS_COMPATIBILITY, gm_pass_unify},
    {"NRM-18", GM_PASS_DEFAULT, "全角字母与数字", "full-width letters and digits", "３５名", "35名", "甲：乙，～ －",
     GM_HAS_WIDE, gm_pass_width},
    {"NRM-19", GM_PASS_DEFAULT, "不可见字符", "invisible characters", "党\xE2\x80\x8B的", "党的",
     "文件开头的 BOM；表情符号内部", GM_HAS_INVISIBLE, gm_pass_invisible},
    {"NRM-20", GM_PASS_DEFAULT, "特殊空格", "special spaces", "首页\xC2\xA0>", "首页 >", "段首的全角空格", GM_HAS_BLANK,
     gm_pass_blanks},
    {"NRM-04", GM_PASS_DEFAULT, "半角逗号", "half-width comma", "重视,落实", "重视，落实", "17,100", GM_HAS_COMMA,
     gm_pass_comma},
    {"NRM-05", GM_PASS_DEFAULT, "半角分号", "half-width semicolon", "学习;培训", "学习；培训", "&nbsp;",
     GM_HAS_SEMICOLON, gm_pass_semicolon},
    {"NRM-06", GM_PASS_DEFAULT, "半角冒号", "half-width colon", "强调:", "强调：", "9:30，3:1，C:\\", GM_HAS_COLON,
     gm_pass_colon},
    {"NRM-07", GM_PASS_DEFAULT, "半角问号、叹号", "half-width question and exclamation marks", "辛苦了!", "辛苦了！",
     "乱码中的 ?", GM_HAS_QUESTION, gm_pass_question},
    {"NRM-08", GM_PASS_DEFAULT, "半角句点", "full stop", "抓好落实.", "抓好落实。", "1.提高，16.3，张三.李四",
     GM_HAS_DOT, gm_pass_full_stop},
    {"NRM-09", GM_PASS_DEFAULT, "序号后的逗号", "comma after a list number", "一,加强", "一、加强", "一，加强",
     GM_HAS_COMMA, gm_pass_list_comma},
    {"NRM-10", GM_PASS_DEFAULT, "半角括号", "half-width brackets", "机关(党总支)", "机关（党总支）",
     "0 (1)_2.jpg，f(x)，1）", GM_HAS_PAREN, gm_pass_parentheses},
    {"NRM-11", GM_PASS_DEFAULT, "发文字号的括号", "brackets of a document number", "X发[2024]5号", "X发〔2024〕5号",
     "文献[3]，【导语】", GM_HAS_BRACKET | GM_HAS_PAREN, gm_pass_document_number},
    {"NRM-12", GM_PASS_DEFAULT, "直引号", "straight quotes", "\"一网通办\"", "“一网通办”", "5\"，代码，不成对的引号",
     GM_HAS_QUOTE, gm_pass_quotes},
    {"NRM-13", GM_PASS_DEFAULT, "省略号", "ellipsis", "等等...", "等等……", "目录的点线；十二个点", GM_HAS_ELLIPSIS,
     gm_pass_ellipsis},
    {"NRM-14", GM_PASS_DEFAULT, "破折号", "dash", "课程--竞赛", "课程——竞赛", "课程—竞赛，---，--write", GM_HAS_HYPHENS,
     gm_pass_dash},
    {"NRM-21", GM_PASS_DEFAULT, "多余的单个空格", "stray single spaces", "工 作 总 结", "工作总结",
     "抓党建 解难题，记者 某某 摄", GM_HAS_SPACE, gm_pass_single_spaces},
    {"NRM-22", GM_PASS_DEFAULT, "行尾空白", "trailing white space", "落实责任。  ", "落实责任。", "Markdown 的两个空格",
     GM_HAS_TRAILING, gm_pass_trailing},
    {"NRM-30", GM_PASS_OPT_IN, "简繁转换", "traditional and simplified", "領導", "领导", "", GM_HAS_ANYTHING,
     gm_pass_convert},
    {"NRM-31", GM_PASS_OPT_IN, "汉字与字母数字间的空格", "space between Han and Latin", "使用 LED 灯", "使用LED灯",
     "2024年3月，〔2024〕5号", GM_HAS_ANYTHING, gm_pass_spacing},
    {"NRM-32", GM_PASS_OPT_IN, "硬换行", "hard-wrapped lines",
     "今年以来，全镇上下认真学习贯彻上级会议精神， / 紧紧围绕中心工作，服务发展大局，各项事业取 / 得新的成绩。",
     "今年以来，全镇上下认真学习贯彻上级会议精神，紧紧围绕中心工作，服务发展大局，各项事业取得新的成绩。",
     "下一行是序号、标题、表格；上一行已成句", 0, NULL},
    {"NRM-33", GM_PASS_OPT_IN, "段首缩进", "paragraph indent",
     "今年以来，全镇上下真抓实干，产业发展提速，民生保障有力，各项工作取得新进展，群众更加满意。",
     "　　今年以来，全镇上下真抓实干，产业发展提速，民生保障有力，各项工作取得新进展，群众更加满意。",
     "列表的序号，代码", GM_HAS_ANYTHING, gm_pass_indent},
    {"NRM-34", GM_PASS_OPT_IN, "连续空行", "runs of blank lines", "甲 /  /  / 乙", "甲 /  / 乙", "落款之前", 0, NULL},
};
const uint16_t gm_pass_count = sizeof gm_passes / sizeof *gm_passes;

int gm_pass_find(gm_text id) {
  for (int i = 0; i < gm_pass_count; i++) {
    size_t n = strlen(gm_passes[i].id), j = 0;
    if (n != id.len) continue;
    while (j < n && (gm_passes[i].id[j] == id.ptr[j] || gm_passes[i].id[j] == (id.ptr[j] & ~0x20))) j++;
    if (j == n) return i;
  }
  return -1;
}

static uint64_t rows_that(uint8_t run) {
  uint64_t mask = 0;
  for (int i = 0; i < gm_pass_count; i++)
    if (gm_passes[i].run == run) mask |= (uint64_t)1 << i;
  return mask;
}

uint64_t gm_passes_default(void) { return rows_that(GM_PASS_DEFAULT); }
uint64_t gm_passes_opt_in(void) { return rows_that(GM_PASS_OPT_IN); }

uint64_t gm_passes_of_lines(void) {
  uint64_t mask = 0;
  for (int i = 0; i < gm_pass_count; i++)
    if (gm_passes[i].run == GM_PASS_OPT_IN && !gm_passes[i].apply) mask |= (uint64_t)1 << i;
  return mask;
}

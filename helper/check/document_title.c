/* DOC-02, DOC-03, DOC-07: what the title of an official document and its kind ask for. */
#include "check/document.h"
#include "check/families.h"
#include "text/utf8.h"

#define BETWEEN_CHARS 8 /* of a word between 的 and the kind: 的若干指导意见 */

static void report_title(gm_draft_check *check, const gm_official *official) {
  const gm_section *title = &check->outline->sections.items[official->title];
  gm_report_draft(check, title->start, title->title_end);
}

static bool is(const gm_official *official, const char *kind) {
  return gm_words_before(&official->view, official->end, kind) == official->type;
}

/* What is done to the thing that 对 puts first, and could stand behind 关于 by itself. */
#define TREATMENT                                                                                                                                              \
  "进行 开展 实施 作出 给予 予以 组织 实行 加强 检查 整改 整治 整修 表彰 表扬 处理 处分 调整 考核 验收 审计 评审 " \
  "问责 清理 排查 抽查 督查 采购 招标 改造 维修 奖励 补助 任命 聘任 使用 管理 规范 收费"

void gm_check_document_title(gm_draft_check *check) {
  gm_official official = {0};
  for (uint32_t i = 0; gm_official_next(check, &i, &official);) {
    const gm_view *view = &official.view;
    size_t about = 0;
    while (about < official.end && (!gm_view_match(view, about, "关于") || view->cls[about] & GM_IN_TITLE)) about++;
    if (gm_words_before(view, official.end, "请示报告")) {
      report_title(check, &official);
      gm_say(check->out, check->language,
             "标题以“请示报告”结尾：请示与报告是两个文种，只用一个（GB/T 9704-2012 7.3.1）",
             "the title ends in 请示报告: two kinds of document, use one (GB/T 9704-2012 7.3.1)");
      continue;
    }
    if (about >= official.end) continue;
    size_t matter = about + 2, kind = official.end - official.type;
    if (gm_one_of(view, matter, "对") && gm_find_word(view, matter, kind, TREATMENT) != SIZE_MAX &&
        !gm_words_at(view, matter,
                     "对口 对外 对内 对接 对标 对照 对应 对策 对象 对比 对台 对华 对联 对手 对公 对话 对抗 对等 对准 "
                     "对症 对立 对虾 对数 对冲 对讲 对账 对赌 对韩 对日 对美 对俄 对欧 对非")) {
      report_title(check, &official);
      gm_say(check->out, check->language, "标题中“关于对”两个介词重复，删去“对”或改写（GB/T 9704-2012 7.3.1）",
             "关于对 in the title: two prepositions, drop 对 (GB/T 9704-2012 7.3.1)");
      continue;
    }
    size_t asks = gm_words_at(view, matter, "请求 申请 恳请 要求 请示");
    if (asks && is(&official, "请示") && gm_words_at(view, matter, "请求 申请 恳请 要求 请示") < kind - matter) {
      report_title(check, &official);
      gm_say(check->out, check->language, "标题中“%s”与文种“请示”意思重复（GB/T 9704-2012 7.3.1）",
             "%s in the title repeats its kind, 请示 (GB/T 9704-2012 7.3.1)",
             gm_quote_line(view, matter, matter + asks).text);
      continue;
    }
    bool of = false;
    for (size_t k = kind; k-- > matter && kind - k <= BETWEEN_CHARS && !of;)
      of = gm_one_of(view, k, "的") && !(view->cls[k] & GM_IN_TITLE);
    if (of || gm_one_before(view, kind, "之")) continue;
    report_title(check, &official);
    gm_say(check->out, check->language, "标题应为“关于＋事由＋的＋文种”：“%s”前缺“的”（GB/T 9704-2012 7.3.1）",
           "a title reads 关于 … 的 and its kind: 的 is missing before %s (GB/T 9704-2012 7.3.1)",
           gm_quote_line(view, kind, official.end).text);
  }
  gm_official_free(&official);
}

#define ADDRESSEE_CHARS 80 /* more names than that fill several lines */

#define ORGANS                                                                                                                                                   \
  "政府 单位 部门 委员会 办公室 办公厅 局 厅 部 委 机构 机关 学院 学校 大学 中学 小学 公司 企业 集团 医院 院 处 科 " \
  "室 "                                                                                                                                                         \
  "中心 党委 党组 支部 总支 团委 工会 妇联 科协 街道 办事处 县 区 市 镇 乡 村 社区 居委会 村委会 联合会 协会 园区 "  \
  "管委会 所 "                                                                                                                                               \
  "站 队 馆 系"

/* Is the line, clean characters [from, to), a list of organs? */
static bool names_organs(const gm_view *view, size_t from, size_t to) {
  size_t start = from;
  for (size_t i = from; i <= to; i++) {
    bool ends = i == to || gm_one_of(view, i, "、，；");
    if (!ends) continue;
    size_t end = i;
    if (gm_one_before(view, end, "）"))
      while (end > start && view->cls[end - 1] & (GM_IN_PAREN | GM_CLOSE | GM_OPEN)) end--;
    if (end <= start + 1 || !gm_words_before(view, end, ORGANS)) return false;
    for (size_t k = start; k < end; k++)
      if (!(view->cls[k] & (GM_HAN | GM_OPEN | GM_CLOSE | GM_SPACE))) return false;
    start = i + 1;
  }
  return true;
}

static void check_addressee(gm_draft_check *check, uint32_t line) {
  gm_view view = {0};
  gm_view_make(&view, check->draft->lines[line], GM_PINYIN_KEEP);
  size_t from = 0, to = view.count;
  while (from < to && view.cls[from] & GM_SPACE) from++;
  while (to > from && view.cls[to - 1] & GM_SPACE) to--;
  bool marked = gm_one_before(&view, to, "，；。、："), right = gm_one_before(&view, to, "：");
  size_t names = marked ? to - 1 : to;
  bool indented = from > 1 /* one blank is the paste's */, wrong = indented || !right;
  if (marked && wrong && names > from && names_organs(&view, from, names)) {
    gm_position start = {line, view.raw_at[from]}, end = {line, gm_raw_end(&view, to)};
    gm_report_draft(check, start, end);
    gm_say(check->out, check->language,
           indented && !right ? "主送机关顶格写，后用全角冒号（GB/T 9704-2012 7.3.2）"
           : indented         ? "主送机关顶格写（GB/T 9704-2012 7.3.2）"
                              : "主送机关后用全角冒号（GB/T 9704-2012 7.3.2）",
           indented && !right ? "the addressees stand flush left and end in a colon (GB/T 9704-2012 7.3.2)"
           : indented         ? "the addressees stand flush left (GB/T 9704-2012 7.3.2)"
                              : "the addressees end in a full-width colon (GB/T 9704-2012 7.3.2)");
    if (indented) gm_propose(check->out, (gm_position){line, 0}, start, GM_TEXT(""), "DOC-03");
    if (!right) gm_propose(check->out, (gm_position){line, view.raw_at[names]}, end, GM_TEXT("："), "DOC-03");
  }
  gm_view_free(&view);
}

void gm_check_addressee(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  gm_official official = {0};
  for (uint32_t i = 0; gm_official_next(check, &i, &official);) {
    uint32_t line = official.first;
    while (line < official.last && (!draft->looks[line].chars || !draft->classes[line].keep ||
                                    draft->classes[line].fields & (GM_FIELD_DOCNO | GM_FIELD_DATE)))
      line++;
    if (line >= official.last || draft->looks[line].chars > ADDRESSEE_CHARS) continue;
    check_addressee(check, line);
  }
  gm_official_free(&official);
}

#define CLOSING_LINES 8 /* with text, from the end of a document: its closing request stands among them */

#define REQUESTS                                                                                                                                                  \
  "请予批准 请批准 请予批复 请批复 请批示 请予批示 请审批 请予审批 请予解决 请给予批准 恳请批准 敬请批准 望批准 " \
  "望予批准 "                                                                                                                                                 \
  "请予支持解决"

/* The first of REQUESTS, or of the words that tell of several matters, in the line. */
static bool find(const gm_draft *draft, uint32_t line, const char *words, gm_position *from, gm_position *to) {
  gm_view view = {0};
  gm_view_make(&view, draft->lines[line], GM_PINYIN_KEEP);
  bool found = false;
  for (size_t i = 0; i < view.count && !found; i++) {
    size_t length =
        view.cls[i] & (GM_HAN) && !(view.cls[i] & (GM_IN_TITLE | GM_IN_QUOTE)) ? gm_words_at(&view, i, words) : 0;
    if (!length) continue;
    found = true;
    *from = (gm_position){line, view.raw_at[i]};
    *to = (gm_position){line, gm_raw_end(&view, i + length)};
  }
  gm_view_free(&view);
  return found;
}

void gm_check_document_request(gm_draft_check *check) {
  const gm_draft *draft = check->draft;
  gm_official official = {0};
  for (uint32_t i = 0; gm_official_next(check, &i, &official);) {
    gm_position from, to;
    if (is(&official, "报告") && !gm_words_before(&official.view, official.end, "请示报告 工作报告")) {
      unsigned seen = 0;
      for (uint32_t line = official.last; line-- > official.first && seen < CLOSING_LINES;) {
        if (!draft->looks[line].chars || !draft->classes[line].keep) continue;
        seen++;
        if (!find(draft, line, REQUESTS, &from, &to)) continue;
        gm_report_draft(check, from, to);
        gm_say(check->out, check->language, "报告不夹带请示事项：“%s”宜另文请示",
               "a report asks for nothing: “%s” belongs in a 请示 of its own",
               gm_quote_raw(draft->lines[line], from.byte, to.byte).text);
        break;
      }
    } else if (is(&official, "请示")) {
      for (uint32_t line = official.first; line < official.last; line++) {
        if (!draft->looks[line].chars || !draft->classes[line].keep ||
            !find(draft, line,
                  "以下两个事项 以下两个问题 以下三个事项 以下三个问题 以下四个事项 以下四个问题 以下两项请求 "
                  "以下三项请求 "
                  "如下两个问题 如下三个问题 如下两个事项 如下三个事项 以下几个问题 以下几个事项 以下几项请求 "
                  "以下事项一并请示 一并请示",
                  &from, &to))
          continue;
        gm_report_draft(check, from, to);
        gm_say(check->out, check->language, "请示应一文一事：“%s”宜分开请示", "a 请示 has one matter: part “%s”",
               gm_quote_raw(draft->lines[line], from.byte, to.byte).text);
        break;
      }
    }
  }
  gm_official_free(&official);
}

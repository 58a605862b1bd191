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
  "问责 命名 授予 追授 补贴 拨付 公示 核定 认定 评估 检测 监测 考评 测评 培训 治理 整顿 查处 巡查 巡察 慰问 资助 " \
  "救助 拆除 征收 改建 扩建 修缮 绿化 通报 清理 排查 抽查 督查 采购 招标 改造 维修 奖励 补助 任命 聘任 使用 管理 " \
  "规范 收费"

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

#define MORE_ORGANS "幼儿园 合作社 出版社 旅行社 电视台 广播电台 粮库 林场 农场 渔场 煤矿 海关 商会 学会 支行 分行 银行"

/* What names an organ behind 各 alone: 场 ends 到场, 行 ends 执行. */
#define ORGANS_EACH                                                                                                                                             \
  "校 园 厂 矿 场 库 社 店 台 行 港 点 组 班 段 车间 仓 庭 署 会 联 商 户 线 团 监狱 码头 工地 单元 商超 超市 纳税人 " \
  "义务人 "                                                                                                                                                  \
  "负责人 申请人 参保人 经营者"

static bool says_each(const gm_view *view, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (gm_one_of(view, i, "各")) return true;
  return false;
}

/* Is the line, clean characters [from, to), a list of organs? */
static bool names_organs(const gm_view *view, size_t from, size_t to) {
  size_t start = from;
  bool each = says_each(view, from, to);
  for (size_t i = from; i <= to; i++) {
    bool ends = i == to || gm_one_of(view, i, "、，；");
    if (!ends) continue;
    size_t end = i;
    if (gm_one_before(view, end, "）"))
      while (end > start && view->cls[end - 1] & (GM_IN_PAREN | GM_CLOSE | GM_OPEN)) end--;
    if (end <= start + 1) return false;
    if (!gm_words_before(view, end, ORGANS) && !gm_words_before(view, end, MORE_ORGANS) &&
        !(each && gm_words_before(view, end, ORGANS_EACH)))
      return false;
    for (size_t k = start; k < end; k++)
      if (!(view->cls[k] & (GM_HAN | GM_OPEN | GM_CLOSE | GM_SPACE))) return false;
    start = i + 1;
  }
  return true;
}

/* A line that may have the addressees: its text [from, to), and the names in it, without the mark at their end. */
typedef struct addressees {
  gm_view view;
  size_t from, to, names;
  bool marked;
} addressees;

static void read_addressees(gm_text line, addressees *out) {
  memset(out, 0, sizeof *out);
  gm_view_make(&out->view, line, GM_PINYIN_KEEP);
  size_t from = 0, to = out->view.count;
  while (from < to && out->view.cls[from] & GM_SPACE) from++;
  while (to > from && out->view.cls[to - 1] & GM_SPACE) to--;
  out->from = from;
  out->to = to;
  out->marked = gm_one_before(&out->view, to, "，；。、：");
  out->names = out->marked ? to - 1 : to;
}

#define BROKEN_LINES 2u /* below the first, over which a list of names may be broken at a width */

/* Names go on in the lines below, the last of which has the colon. */
static bool goes_on_below(const gm_draft_check *check, uint32_t line) {
  bool on = false;
  for (uint32_t below = line + 1; !on && below < check->draft->count && below <= line + BROKEN_LINES; below++) {
    addressees next;
    read_addressees(check->draft->lines[below], &next);
    on = next.marked && next.names > next.from && names_organs(&next.view, next.from, next.names);
    gm_view_free(&next.view);
  }
  return on;
}

static void check_addressee(gm_draft_check *check, uint32_t line) {
  addressees a;
  read_addressees(check->draft->lines[line], &a);
  const gm_view *view = &a.view;
  bool right = gm_one_before(view, a.to, "：");
  bool indented = a.from > 1 /* one blank is the paste's */, wrong = indented || !right;
  /* Without a mark it may be who issues the document, unless it says 各. */
  bool meant = a.marked || says_each(view, a.from, a.to);
  if (meant && wrong && a.names > a.from && names_organs(view, a.from, a.names) &&
      (right || !goes_on_below(check, line))) {
    gm_position start = {line, view->raw_at[a.from]}, end = {line, gm_raw_end(view, a.to)};
    gm_report_draft(check, start, end);
    gm_say(check->out, check->language,
           indented && !right ? "主送机关顶格写，后用全角冒号（GB/T 9704-2012 7.3.2）"
           : indented         ? "主送机关顶格写（GB/T 9704-2012 7.3.2）"
                              : "主送机关后用全角冒号（GB/T 9704-2012 7.3.2）",
           indented && !right ? "the addressees stand flush left and end in a colon (GB/T 9704-2012 7.3.2)"
           : indented         ? "the addressees stand flush left (GB/T 9704-2012 7.3.2)"
                              : "the addressees end in a full-width colon (GB/T 9704-2012 7.3.2)");
    if (indented) gm_propose(check->out, (gm_position){line, 0}, start, GM_TEXT(""), "DOC-03");
    if (!right) gm_propose(check->out, (gm_position){line, gm_raw_end(view, a.names)}, end, GM_TEXT("："), "DOC-03");
  }
  gm_view_free(&a.view);
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

#define ASKING_CHARS 10 /* from 请 to what is asked for: 请上级有关部门尽快予以 */

#define ASKED_FOR "批准 批复 审批 批示 核准 解决 拨付 核拨 拨款 追加 审定 支持 协调 同意"
#define POLITE    "为盼 为荷 为感 为谢 为宜 意见 指示"

/* 请予批准, 恳请上级尽快给予解决: a clause that asks for something to be done. Characters of it from 请 or 望 at `i`, 0
 * when there is none. */
static size_t request_at(const gm_view *view, size_t i) {
  if (!gm_one_of(view, i, "请望盼") || gm_one_before(view, i, "报提申邀聘宴希期渴盼愿声")) return 0;
  for (size_t k = i + 1; k < view->count && k <= i + ASKING_CHARS && view->cls[k] & GM_HAN; k++) {
    size_t word = gm_words_at(view, k, ASKED_FOR);
    if (!word) continue;
    size_t end = k + word;
    end += gm_words_at(view, end, POLITE);
    if (end < view->count && view->cls[end] & GM_HAN) continue;
    /* 请各单位大力支持: asked of those below. */
    if (gm_find_word(view, i, k, "各 你 广大 大家") != SIZE_MAX) return 0;
    /* 望予支持: an end of politeness; 请支持解决 asks. */
    return gm_one_of(view, i, "请") || gm_words_at(view, k, "批准 批复 审批 解决") ? end - i : 0;
  }
  return 0;
}

/* 以上两项请示: what was asked is told of as several. */
static size_t asked_matters_at(const gm_view *view, size_t i) {
  size_t lead = gm_words_at(view, i, "以上 上述"), number = lead ? gm_number_at(view, i + lead) : 0;
  if (!number || (number == 1 && gm_one_of(view, i + lead, "一1"))) return 0;
  size_t at = i + lead + number;
  at += gm_words_at(view, at, "个 项 件 条");
  size_t noun = gm_words_at(view, at, "请示 请求 事项 诉求 申请");
  return noun ? at + noun - i : 0;
}

/* 以下两个问题, 如下三项请求: the words that tell of several matters. */
static size_t matters_at(const gm_view *view, size_t i) {
  size_t whole = gm_words_at(view, i, "以下事项一并请示 一并请示");
  size_t asked = whole ? 0 : asked_matters_at(view, i);
  if (asked) return asked;
  size_t lead = whole ? 0 : gm_words_at(view, i, "以下 如下 下列"), number = lead ? gm_number_at(view, i + lead) : 0;
  if (!number || (number == 1 && gm_one_of(view, i + lead, "一1"))) return whole;
  size_t at = i + lead + number;
  at += gm_words_at(view, at, "个 项 件 方面 个方面 个方面的");
  size_t noun = gm_words_at(view, at, "问题 事项 请求 事宜 困难 诉求");
  return noun ? at + noun - i : 0;
}

/* The first place in the line where `at` reads something. */
static bool find(const gm_draft *draft, uint32_t line, size_t (*at)(const gm_view *view, size_t i), gm_position *from,
                 gm_position *to) {
  gm_view view = {0};
  gm_view_make(&view, draft->lines[line], GM_PINYIN_KEEP);
  bool found = false;
  for (size_t i = 0; i < view.count && !found; i++) {
    size_t length = view.cls[i] & (GM_HAN) && !(view.cls[i] & (GM_IN_TITLE | GM_IN_QUOTE)) ? at(&view, i) : 0;
    if (!length) continue;
    found = true;
    *from = (gm_position){line, view.raw_at[i]};
    *to = (gm_position){line, gm_raw_end(&view, i + length)};
  }
  gm_view_free(&view);
  return found;
}

/* Words of a request that say nothing of its matter. */
#define REQUEST_WORDS                                                                                                                                             \
  "给予 予以 增加 追加 增拨 增配 增设 增补 核增 核拨 划拨 拨付 调拨 下拨 安排 解决 批准 批复 审批 同意 准予 支持 "    \
  "资金 经费 专项 补助 补贴 "                                                                                                                           \
  "财政 预算 有关 相关 部门 上级 工作 问题 事宜 事项 所需 一定 适当 尽快 及时 协调 指导 帮助 关心 我 县 市 区 镇 乡 " \
  "局 厅 "                                                                                                                                                      \
  "单位 贵 将 为 对 的 等 从 由 在 于 万元 万 元 亿元 一并 共计 总计 费用 项目 方面 进行 开展 实施 大力 鼎力 倾斜 "     \
  "照顾 一次性 额度 总额 人民币 政策 配套 必要 充分 重视 考虑 关怀 及早 早日 还需 需要 需 拟 还 再 也 领导 上述 以上"

#define MATTER_PAIRS 2u /* pairs of characters that name a matter; fewer are the rest of a phrase, unless counted */
#define MATTER_CHARS 40 /* of a clause that asks for another thing */

/* Where in a line the pairs of characters that name a matter begin. */
typedef struct matter {
  size_t at[MATTER_CHARS];
  unsigned count;
  bool counted; /* a number stands among them */
} matter;

/* Do characters [from, to) of `other` tell of one of the pairs? */
static bool tells_of(const gm_view *other, size_t from, size_t to, const gm_view *view, const matter *m) {
  for (size_t i = from; i + 1 < to; i++)
    for (unsigned k = 0; k < m->count; k++)
      if (other->cp[i] == view->cp[m->at[k]] && other->cp[i + 1] == view->cp[m->at[k] + 1]) return true;
  return false;
}

#define BACK_LINES 12u   /* before the clause that are read: a request has a page, */
#define BACK_BYTES 3000u /* none of them longer, */
#define BACK_CHARS 1000u /* nor its own */

/* Do the lines before `last`, or the matter of the title, tell of it? */
static bool told_before(const gm_draft *draft, const gm_official *official, uint32_t last, const gm_view *view,
                        const matter *m) {
  size_t about = gm_find_word(&official->view, 0, official->end, "关于");
  bool told = tells_of(&official->view, about == SIZE_MAX ? 0 : about + 2, official->end, view, m);
  uint32_t line = last - official->first > BACK_LINES ? last - BACK_LINES : official->first;
  for (; line < last && !told; line++) {
    gm_text text = draft->lines[line];
    if (text.len > BACK_BYTES) text.len = BACK_BYTES;
    gm_view above = {0};
    gm_view_make(&above, text, GM_PINYIN_KEEP);
    told = tells_of(&above, 0, above.count, view, m);
    gm_view_free(&above);
  }
  return told;
}

/* The pairs of [from, to), no more than MATTER_CHARS, but for the words of every request. */
static void read_matter(const gm_view *view, size_t from, size_t to, matter *out) {
  out->count = 0;
  out->counted = false;
  for (size_t k = from, run = 0; k < to;) {
    size_t skip = view->cls[k] & GM_HAN ? gm_words_at(view, k, REQUEST_WORDS) : 1;
    bool number = view->cls[k] & (GM_NUMERAL | GM_DIGIT);
    if (skip || number) {
      out->counted = out->counted || number;
      k += skip ? skip : 1;
      run = 0;
      continue;
    }
    if (run++) out->at[out->count++] = k - 1;
    k++;
  }
}

/* Does [from, to) name what nothing before it tells of? `least` pairs of its characters must. */
static bool is_new_matter(const gm_draft *draft, const gm_official *official, const gm_view *view, uint32_t line,
                          size_t i, size_t from, size_t to, unsigned least) {
  matter m;
  read_matter(view, from, to, &m);
  if (!m.count || m.count + m.counted < least) return false;
  return !tells_of(view, i > BACK_CHARS ? i - BACK_CHARS : 0, i, view, &m) &&
         !told_before(draft, official, line, view, &m);
}

/* 请县局解决: characters of the asking from 请 on. */
static size_t plain_request_at(const gm_view *view, size_t at) {
  if (!gm_one_of(view, at, "请")) return 0;
  for (size_t k = at + 1; k <= at + 5 && k < view->count && view->cls[k] & GM_HAN; k++) {
    size_t verb = gm_words_at(view, k, "批准 解决 同意 为我 给我 增拨 核增 增配 准予");
    if (verb) return k + verb - at;
  }
  return 0;
}

/* 同时，申请增加驾驶员编制; 另外，拟翻修屋顶，请一并批准: the end of a clause behind `i` that asks for something of
 * which neither the title nor the text before has a word; 0 when there is none. */
static size_t second_matter(const gm_draft *draft, const gm_official *official, const gm_view *view, uint32_t line,
                            size_t i) {
  size_t lead = gm_words_at(view, i, "同时 另外 此外 另 顺便 再者 再有 还有");
  if (!lead || (i && !(view->cls[i - 1] & (GM_SPACE | GM_PUNCT)))) return 0;
  bool beside = !gm_view_match(view, i, "同时");
  size_t first = i + lead;
  for (size_t at = first; at < view->count && at < first + MATTER_CHARS && !(view->cls[at] & GM_STOP); at++) {
    if (!(view->cls[at] & GM_HAN)) continue;
    size_t also = at > first + 1 ? gm_words_at(view, at, "请一并 请予一并 一并请批 一并报批") : 0;
    if (also) return is_new_matter(draft, official, view, line, i, first, at, 1) ? at + also : 0;
    size_t ask = gm_words_at(view, at, "申请 请求 恳请 恳求 提请 报请");
    if (!ask && beside) ask = plain_request_at(view, at);
    if (!ask) continue;
    size_t end = at + ask;
    while (end < view->count && end < at + ask + MATTER_CHARS && view->cls[end] & (GM_HAN | GM_DIGIT)) end++;
    return is_new_matter(draft, official, view, line, i, at + ask, end, MATTER_PAIRS) ? end : 0;
  }
  return 0;
}

static bool find_second(const gm_draft *draft, const gm_official *official, uint32_t line, gm_position *from,
                        gm_position *to) {
  gm_view view = {0};
  gm_view_make(&view, draft->lines[line], GM_PINYIN_KEEP);
  size_t end = 0;
  for (size_t i = 0; i < view.count && !end; i++) {
    if (!gm_one_of(&view, i, "同另此顺再还") || view.cls[i] & (GM_IN_TITLE | GM_IN_QUOTE)) continue;
    end = second_matter(draft, official, &view, line, i);
    *from = (gm_position){line, view.raw_at[i]};
  }
  if (end) *to = (gm_position){line, gm_raw_end(&view, end)};
  gm_view_free(&view);
  return end > 0;
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
        if (!find(draft, line, request_at, &from, &to)) continue;
        gm_report_draft(check, from, to);
        gm_say(check->out, check->language, "报告不夹带请示事项：“%s”宜另文请示",
               "a report asks for nothing: “%s” belongs in a 请示 of its own",
               gm_quote_raw(draft->lines[line], from.byte, to.byte).text);
        break;
      }
    } else if (is(&official, "请示")) {
      for (uint32_t line = official.first; line < official.last; line++) {
        if (!draft->looks[line].chars || !draft->classes[line].keep) continue;
        if (!find(draft, line, matters_at, &from, &to) && !find_second(draft, &official, line, &from, &to)) continue;
        gm_report_draft(check, from, to);
        gm_say(check->out, check->language, "请示应一文一事：“%s”宜分开请示", "a 请示 has one matter: part “%s”",
               gm_quote_raw(draft->lines[line], from.byte, to.byte).text);
        break;
      }
    }
  }
  gm_official_free(&official);
}

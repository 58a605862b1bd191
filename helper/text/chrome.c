#include "text/chrome.h"

#include "text/chrome_table.h"
#include "text/foot.h"
#include "text/label.h"
#include "text/menu.h"
#include "text/picture.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* The longest of the words that stands whole at `at`; gives its length. */
static size_t longest_word(const gm_key *k, size_t at, const gm_unit16 *const *words, size_t count) {
  size_t best = 0;
  for (size_t i = 0; i < count; i++) {
    size_t n = gm_key_match(k, at, words[i]);
    size_t end = at + n;
    if (n > best && (end == k->count || gm_key_mark(k->cp[end]) || k->gap[end])) best = n;
  }
  return best;
}

/* Nothing but words of a toolbar between marks. */
static bool is_toolbar(const gm_key *k, gm_look *look) {
  size_t words = 0, at = 0;
  bool open = false, all_single = true, own = false;
  while (at < k->count) {
    gm_unit16 c = k->cp[at];
    if (gm_key_mark(c)) {
      if (gm_key_one_of(c, u"。！？；、…") && c != 0x2026 && at + 1 < k->count) return false;
      if (gm_key_one_of(c, u"【[")) open = true;
      if (gm_key_one_of(c, u"】]")) open = false;
      if (c == ']' && at + 1 < k->count && k->cp[at + 1] == 0xFF08) break; /* the target of a Markdown link */
      at++;
      continue;
    }
    if (!gm_key_head(c, GM_KEY_TOOLS)) return false;
    size_t best = longest_word(k, at, gm_chrome_tools, gm_chrome_tools_count);
    own = own || best;
    if (!best) best = longest_word(k, at, gm_chrome_beside, gm_chrome_beside_count);
    if (!best) return false;
    all_single = all_single && best == 1;
    words++;
    at += best;
  }
  if (!own || (words == 1 && all_single)) return false;
  look->kind = GM_LINE_NAV;
  look->flags |= GM_LOOK_WEAK;
  if (open) look->flags |= GM_LOOK_TOOL_OPEN;
  return true;
}

static bool is_related(const gm_key *k, size_t start, gm_look *look) {
  if (!gm_key_head(k->cp[start], GM_KEY_RELATED)) return false;
  for (size_t i = 0; i < gm_chrome_related_count; i++) {
    size_t n = gm_key_match(k, start, gm_chrome_related[i]);
    if (!n) continue;
    size_t end = start + n;
    while (end < k->count && gm_key_mark(k->cp[end])) end++;
    if (end < k->count) continue;
    look->kind = GM_LINE_NAV;
    /* what is fetched under 附件下载 belongs to the draft: the names stay */
    look->flags |= gm_key_ends(k, start + n, u"下载") ? GM_LOOK_WEAK : GM_LOOK_LINKS | GM_LOOK_WEAK;
    return true;
  }
  return false;
}

/* 首页 > 新闻 > 正文: the last step that is not 正文 names the section, kept in `tail`. */
static void read_steps(const gm_key *k, size_t from, gm_look *look) {
  size_t start = from, end = from;
  for (size_t i = from; i <= k->count; i++) {
    if (i < k->count && !gm_key_one_of(k->cp[i], u">›»〉》→：")) continue;
    if (i > start && !(i - start == 2 && gm_key_match(k, start, u"正文"))) {
      from = start;
      end = i;
    }
    start = i + 1;
  }
  if (end == from) return;
  look->tail = gm_key_hash(k, from, end);
  look->fields |= GM_FIELD_SECTION;
}

#define STEPS_CHARS 80

static bool is_steps(const gm_key *k, gm_look *look) {
  if (k->count > STEPS_CHARS) return false;
  bool from_home = gm_key_match(k, 0, u"首页") || gm_key_match(k, 0, u"网站首页");
  bool to_text = gm_key_ends(k, k->count, u"正文") || gm_key_ends(k, k->count, u"详情");
  if (!from_home && !to_text) return false;
  size_t arrows = 0;
  for (size_t i = 0; i < k->count; i++) arrows += gm_key_one_of(k->cp[i], u">›»");
  if (arrows < (from_home ? 1 : 2)) return false;
  look->kind = GM_LINE_NAV;
  read_steps(k, 0, look);
  return true;
}

/* 扫描二维码报名, 识别二维码进群: a code that the draft itself has the reader use. */
static bool serves_the_draft(const gm_key *k, size_t from) {
  static const gm_unit16 *const acts[] = {u"报名", u"填",   u"登记", u"进群", u"入群", u"加群", u"缴费", u"缴纳", u"预约",
                                          u"提交", u"签到", u"投票", u"答题", u"申请", u"办理", u"申报", u"反馈", u"咨询"};
  if (from < 3 || !gm_key_match(k, from - 3, u"二维码")) return false;
  for (size_t i = from; i < k->count; i++)
    for (size_t w = 0; w < sizeof acts / sizeof *acts; w++)
      if (gm_key_match(k, i, acts[w])) return true;
  return false;
}

static bool is_opening(const gm_key *k, size_t start, gm_look *look) {
  if (!gm_key_head(k->cp[start], GM_KEY_OPENINGS)) return false;
  for (size_t i = 0; i < gm_chrome_openings_count; i++) {
    size_t n = gm_key_match(k, start, gm_chrome_openings[i].word);
    if (!n || k->count > gm_chrome_openings[i].limit) continue;
    uint16_t flags = gm_chrome_openings[i].flags;
    if (gm_chrome_openings[i].kind == GM_LINE_AD && serves_the_draft(k, start + n)) continue;
    if (gm_chrome_openings[i].kind == GM_LINE_NAV && gm_chrome_openings[i].limit == 80) {
      if (k->count > start + n && !gm_key_has(k, start + n, k->count, u"：>›»】-")) continue;
      read_steps(k, start + n, look);
    } else if ((flags & GM_LOOK_NOTICE) && k->count > start + n && !gm_key_one_of(k->cp[start + n], u"：】")) {
      continue;
    } else if (gm_key_match(k, start, u"本文为")) { /* 本文为某平台作者上传并发布，仅代表作者观点 */
      size_t i2 = start;
      while (i2 < k->count && !gm_key_match(k, i2, u"仅代表") && !gm_key_match(k, i2, u"不代表")) i2++;
      if (i2 == k->count) continue;
      flags &= (uint16_t)~GM_LOOK_WEAK;
    } else if (gm_chrome_openings[i].kind == GM_LINE_AD && gm_key_ends(k, k->count, u"。") && (flags & GM_LOOK_WEAK) &&
               k->count > 40) {
      continue;
    }
    look->kind = gm_chrome_openings[i].kind;
    look->flags |= flags;
    return true;
  }
  return false;
}

/* <center>=====</center>, <!-- … -->, a lone -->: markup around nothing. */
static bool is_markup(const gm_key *k, gm_look *look) {
  if (gm_key_match(k, 0, u"<\uFF01--") && gm_key_ends(k, k->count, u"-->")) {
    look->kind = GM_LINE_NAV;
    return true;
  }
  if (k->count == 3 && gm_key_match(k, 0, u"-->")) {
    look->kind = GM_LINE_FOOTER;
    return true;
  }
  if (k->cp[0] != '<' || k->cp[k->count - 1] != '>') return false;
  bool in_tag = false;
  for (size_t i = 0; i < k->count; i++) {
    if (k->cp[i] == '<')
      in_tag = true;
    else if (k->cp[i] == '>')
      in_tag = false;
    else if (!in_tag && !gm_key_one_of(k->cp[i], u"=-_*"))
      return false;
  }
  look->kind = GM_LINE_NAV;
  return true;
}

/* 国办发〔2019〕2号 alone. */
static bool is_document_number(const gm_key *k) {
  if (k->count < 7 || k->count > 30 || k->cp[k->count - 1] != 0x53F7) return false;
  for (size_t i = 1; i + 6 < k->count; i++) {
    if (!gm_key_one_of(k->cp[i], u"〔[（【")) continue;
    size_t digits = 0;
    while (gm_class_of(k->cp[i + 1 + digits]) & GM_DIGIT) digits++;
    if (digits != 4 || !gm_key_one_of(k->cp[i + 5], u"〕]）】")) return false;
    for (size_t j = i + 6; j + 1 < k->count; j++)
      if (!(gm_class_of(k->cp[j]) & GM_DIGIT) && k->cp[j] != 0x7B2C) return false;
    return !gm_key_has(k, 0, i, u"，。、：");
  }
  return false;
}

static bool is_distribution(const gm_key *k) {
  if (k->count < 6 || k->count > 20) return false;
  size_t at = k->cp[0] == 0xFF08;
  if (!at || k->cp[k->count - 1] != 0xFF09) return false;
  return gm_key_match(k, at, u"此件") || gm_key_match(k, at, u"本文有删减") || gm_key_match(k, at, u"此文有删减") ||
         gm_key_match(k, at, u"主动公开") || gm_key_match(k, at, u"公开发布") || gm_key_match(k, at, u"依申请公开");
}

/* 某网消息（某栏目）： alone. */
static bool is_dateline(const gm_key *k) {
  if (k->count < 4 || k->count > 24 || k->cp[k->count - 1] != 0xFF1A) return false;
  for (size_t i = 2; i + 2 < k->count; i++)
    if (gm_key_match(k, i, u"消息") || gm_key_match(k, i, u"网讯") || gm_key_match(k, i, u"报讯"))
      return gm_key_one_of(k->cp[i + 2], u"（：");
  return false;
}

static bool is_byline(const gm_key *k) {
  static const gm_unit16 *const people[] = {u"记者", u"通讯员", u"实习生", u"特约记者"};
  if (k->count < 4 || k->count > 36) return false;
  size_t at = gm_key_one_of(k->cp[0], u"（□■◎○●【");
  if (!gm_key_one_of(k->cp[at], u"记通实特本新人中央") || gm_key_has(k, 0, k->count, u"。，；：！？")) return false;
  for (size_t i = 0; i < COUNT(people); i++) {
    if (gm_key_match(k, at, people[i])) return k->gap[at + 2] || k->count - at <= 8 || at;
    if (gm_key_match(k, at, u"本报") || gm_key_match(k, at, u"本网") || gm_key_match(k, at, u"本刊") ||
        gm_key_match(k, at, u"新华社") || gm_key_match(k, at, u"新华网") || gm_key_match(k, at, u"人民网") ||
        gm_key_match(k, at, u"中新网") || gm_key_match(k, at, u"央视网"))
      for (size_t j = at + 2; j < at + 6; j++)
        if (gm_key_match(k, j, people[i])) return k->count - j <= 24;
  }
  return false;
}

/* A date and what was done on it: 2022年4月14日 某局令第56号公布. */
static bool is_promulgation(const gm_key *k, const gm_view *view, gm_look *look) {
  static const gm_unit16 *const acts[] = {u"公布", u"通过", u"发布", u"施行", u"实施",
                                          u"修订", u"修正", u"批准", u"印发"};
  size_t start = k->cp[0] == 0xFF08, end = k->count;
  size_t after = gm_key_date(k, view, start, &look->date);
  if (!after || end > 120) return false;
  while (end > after && gm_key_one_of(k->cp[end - 1], u"）")) end--;
  if (gm_key_has(k, after, end, u"。")) return false;
  for (size_t i = 0; i < COUNT(acts); i++)
    if (gm_key_ends(k, end, acts[i])) {
      look->fields = end - after <= 4 ? GM_FIELD_DATE : GM_FIELD_PROMULGATION;
      return true;
    }
  return false;
}

/* （某部　一九九七年一月二十八日） */
static bool is_author_and_date(const gm_key *k, const gm_view *view, gm_look *look) {
  if (k->cp[0] != 0xFF08 || k->cp[k->count - 1] != 0xFF09 || k->count > 40) return false;
  for (size_t i = 2; i + 6 < k->count; i++)
    if (k->gap[i] && gm_key_date(k, view, i, &look->date) == k->count - 1) return true;
  return false;
}

static bool is_date_alone(const gm_key *k, const gm_view *view, gm_look *look) {
  size_t start = gm_key_one_of(k->cp[0], u"（【");
  size_t end = gm_key_date(k, view, start, &look->date);
  if (!end) return false;
  while (end < k->count && gm_key_one_of(k->cp[end], u"）】。")) end++;
  if (end < k->count && gm_key_match(k, end, u"星期")) end += 3;
  return end >= k->count;
}

static void finish_meta(gm_look *look, uint32_t fields) {
  look->kind = GM_LINE_META;
  look->fields = fields;
}

static void finish_caption(gm_look *look, unsigned flags) {
  look->kind = GM_LINE_IMAGE;
  look->fields = GM_FIELD_CAPTION;
  look->flags |= flags;
}

/* Where the words begin: behind bullets, arrows and opening brackets. */
static size_t words_start(const gm_key *k) {
  size_t at = 0;
  while (at < k->count && gm_key_one_of(k->cp[at], u"•·●■◆▲▼>»-*#↑↓+")) at++;
  return at;
}

#define SHORT_CHARS  60 /* a longer line is a label's only when a separator follows its first words */
#define LABEL_CHARS  9  /* the longest label in its brackets, with the separator */
#define YEAR_CHARS   4
#define NUMBER_CHARS 30 /* of a document number */
#define LEAD_CHARS   24
#define VIEWS_CHARS  12
#define ITEM_CHARS   3

/* May a line that ends like this be a caption, a document number, a trail of steps, an empty label, a count, a
 * copyright? */
static bool ends_as_chrome(const gm_look *look, const gm_view *view) {
  uint32_t last = look->last, chars = look->chars;
  switch (last) {
    case 0x6444:                               /* 摄 */
    case 0x56FE:                               /* 图 */
    case 0x7247: return true;                  /* 片 */
    case 0x9875:                               /* 页 */
    case 0x53F7: return chars <= NUMBER_CHARS; /* 号 */
    case 0x6587:                               /* 文 */
    case 0x60C5: return chars <= STEPS_CHARS;  /* 情 */
    case 0xFF1A: return chars <= LEAD_CHARS;   /* ： */
    case 0x6709:                               /* 有 */
    case 0x50CF:                               /* 像 */
    case 0x8F7D:                               /* 载 */
    case 0x7A76: return chars <= SHORT_CHARS;  /* 究: 版权所有，违者必究 */
    case 0x89C8:                               /* 览 */
    case 0x8BFB: return chars <= VIEWS_CHARS;  /* 读 */
    case 0x3002:                               /* 。 */
    case 0xFF09:                               /* ） */
    case 0x3011: {                             /* 】 */
      size_t end = view->count;
      while (end && (view->cls[end - 1] & (GM_SPACE | GM_STOP | GM_CLOSE))) end--;
      return end && gm_key_one_of(view->cp[end - 1], u"摄图片页");
    }
    default: return last < 0x80 && gm_class_of(last) & GM_LATIN && chars <= STEPS_CHARS;
  }
}

/* （一） （12）: no chrome begins so, but many a sentence. */
static bool is_item(const gm_view *view, size_t open) {
  size_t at = open + 1;
  while (at <= open + ITEM_CHARS && view->cls[at] & (GM_NUMERAL | GM_DIGIT)) at++;
  return at > open + 1 && view->cp[at] == 0xFF09;
}

/* 县政府网 2024-03-05, 市第二医院 版权所有: does a blank follow the name of a site, or of a page's owner? */
static bool may_be_site(const gm_view *view, size_t first) {
  size_t end = view->count - first < GM_SITE_CHARS ? view->count : first + GM_SITE_CHARS;
  size_t blank = gm_view_next_before(view, first, end, GM_SPACE);
  bool owned = blank + 2 < view->count && view->cp[blank + 1] == 0x7248 && view->cp[blank + 2] == 0x6743; /* 版权 */
  return blank < end && (owned || gm_key_one_of((gm_unit16)view->cp[blank - 1], u"网站"));
}

/* A quick no for most lines of prose: they neither begin nor end as chrome and metadata do. */
static bool may_be_chrome(const gm_look *look, const gm_view *view, size_t first) {
  uint32_t c = view->cp[first];
  uint16_t cls = view->cls[first];
  if (ends_as_chrome(look, view)) return true;
  if (cls & (GM_NUMERAL | GM_DIGIT)) { /* a year, or 一审： */
    uint16_t year = cls;
    for (size_t i = first; i < first + YEAR_CHARS && i < view->count; i++) year &= view->cls[i];
    return (year & (GM_NUMERAL | GM_DIGIT)) || view->cp[first + 1] == 0x5BA1;
  }
  if (cls & GM_HAN) {
    uint32_t next = view->cp[first + 1]; /* 京ICP备, 京公网安备 */
    if ((next | 0x20) == 'i' || (next == 0x516C && view->cp[first + 2] == 0x7F51)) return true;
    if (!gm_key_head(c, GM_KEY_ANY)) return may_be_site(view, first);
    if (look->chars <= SHORT_CHARS) return true;
    for (size_t i = first + 1; i < view->count && i < first + LABEL_CHARS; i++)
      if (gm_key_one_of((gm_unit16)view->cp[i], u"：:|丨｜︱┃/】 ©为")) return true;
    return false;
  }
  if (c == 0xFF08) return (look->last == 0xFF09 || look->last == 0x3002) && !is_item(view, first);
  return !(c == 0x201C || c == 0x300A);
}

/* FNV-1a, as gm_key_hash. */
static uint64_t hash_from(const gm_view *view, size_t from) {
  uint64_t hash = 14695981039346656037u;
  for (size_t i = from; i < view->count; i++) {
    bool counts = ((view->cls[i] & (GM_HAN | GM_DIGIT | GM_LATIN)) != 0) & (view->cp[i] < 0x10000);
    uint64_t next = (hash ^ view->cp[i]) * 1099511628211u;
    hash = counts ? next : hash;
  }
  return hash;
}

#define KEYED_CHARS    120 /* no line of front matter is longer */
#define PLAIN_CHARS    30
#define LONG_CHARS     60 /* a paragraph, even when it does not end in a stop */
#define SENTENCE_CHARS 20
#define KEY_CHARS      24 /* a key of front matter ends in a colon by then */
#define SPEAKER_CHARS  12

static void read_prose(gm_look *look, const gm_view *view, size_t first) {
  uint32_t last = look->last;
  bool stops = last == 0x3002 || last == 0xFF01 || last == 0xFF1F || last == 0xFF1B;
  bool is_long = look->chars >= LONG_CHARS || (look->chars >= SENTENCE_CHARS && stops);
  if (is_long && !(look->flags & GM_LOOK_HOST)) look->flags |= GM_LOOK_LONG;
  bool dash = view->cp[first] == '-';
  if (view->cp[first] == 0x2014 && view->cp[first + 1] == 0x2014) look->flags |= GM_LOOK_DASH;
  if (look->chars > KEYED_CHARS) return;
  size_t key_end = view->count - first < KEY_CHARS ? view->count : first + KEY_CHARS;
  for (size_t i = first; (i = gm_view_next_before(view, i, key_end, GM_PAUSE | GM_SPACE)) < key_end; i++)
    if (view->cp[i] == 0xFF1A || (dash && view->cls[i] & GM_SPACE)) look->flags |= GM_LOOK_KEY;
  if (look->flags & GM_LOOK_LONG) return; /* no title */
  look->hash = hash_from(view, first);
  bool plain = look->chars <= PLAIN_CHARS;
  for (size_t i = first; i < view->count && plain; i++)
    plain = view->cls[i] & (GM_HAN | GM_DIGIT | GM_OPEN | GM_CLOSE | GM_SPACE);
  if (plain) look->flags |= GM_LOOK_PLAIN;
  /* A speaker's name before the title hides its second printing: 某某关于……的说明. */
  for (size_t i = first + 2; i + 8 < view->count && i < first + SPEAKER_CHARS && !look->tail; i++)
    if (view->cp[i] == 0x5173 && view->cp[i + 1] == 0x4E8E) look->tail = hash_from(view, i);
}

/* A line of labelled parts. */
static bool read_labels(gm_look *look, const gm_key *k, const gm_view *view, size_t start) {
  gm_label_line line;
  if (!gm_label_read(&line, k, view, start)) return false;
  look->date = line.date;
  look->fields = line.fields;
  look->kind = GM_LINE_META;
  if (line.weak && line.labelled) look->flags |= GM_LOOK_WEAK;
  if (line.fields == GM_FIELD_VIEWS || (!line.fields && line.empty == GM_FIELD_VIEWS)) {
    look->kind = GM_LINE_COUNTER;
    if (!line.fields) look->flags |= GM_LOOK_WEAK; /* 阅读 alone may be a heading */
    look->fields = GM_FIELD_VIEWS;
  } else if (!line.fields && line.chrome) {
    look->kind = line.followed ? GM_LINE_NAV : GM_LINE_META;
  } else if (!line.fields) {
    look->flags |= GM_LOOK_EMPTY_LABEL;
    look->fields = line.empty;
  }
  return true;
}

static void read_key(gm_look *look, const gm_view *view, size_t prose) {
  gm_key k;
  gm_key_make(&k, view);
  bool cut = look->chars > k.count;
  gm_unit16 first = k.cp[0];
  if (first == '`' || first == '~') {
    if (gm_key_match(&k, 0, u"```") || gm_key_match(&k, 0, u"~~~")) {
      look->flags |= GM_LOOK_FENCE;
      return;
    }
  }
  if (first == '|' && k.count > 2 && k.cp[k.count - 1] == '|') {
    look->flags |= GM_LOOK_TABLE;
    look->kind = GM_LINE_TABLE;
    return;
  }
  if (gm_picture_is(&k, cut) || gm_picture_is_name(&k)) {
    look->kind = GM_LINE_IMAGE;
    return;
  }
  if (gm_picture_is_word(&k)) {
    look->kind = GM_LINE_IMAGE;
    look->flags |= GM_LOOK_WEAK;
    return;
  }
  if (cut) {
    look->flags |= GM_LOOK_LONG;
    return;
  }
  if (k.count == 3 && gm_key_match(&k, 0, u"---")) {
    look->flags |= GM_LOOK_RULE;
    return;
  }
  if (k.count == 1 && gm_key_one_of(first, u"】]")) {
    look->flags |= GM_LOOK_LONE_CLOSE;
    return;
  }
  size_t start = words_start(&k);
  size_t labels_from = start;
  if (first == 0xFF08 && k.cp[k.count - 1] == 0xFF09) labels_from = 1; /* （文/某某） */
  if (is_markup(&k, look) || is_date_alone(&k, view, look)) {
    if (look->kind == GM_LINE_PROSE) {
      finish_meta(look, GM_FIELD_DATE);
      look->flags |= GM_LOOK_DATE_ALONE;
    }
    return;
  }
  if (is_promulgation(&k, view, look)) {
    look->kind = GM_LINE_META;
    return;
  }
  if (is_author_and_date(&k, view, look)) {
    finish_meta(look, GM_FIELD_AUTHOR | GM_FIELD_DATE);
    return;
  }
  look->date = (gm_date){0, 0, 0};
  if (is_steps(&k, look) || gm_foot_read(look, &k)) return;
  bool head = !(gm_class_of(k.cp[start]) & GM_HAN) || gm_key_head(k.cp[start], GM_KEY_ANY);
  if (head && (is_opening(&k, start, look) || is_related(&k, start, look) || is_toolbar(&k, look))) {
    if (gm_menu_is_home(&k)) look->part = GM_PART_HOME;
    return;
  }
  if (head && gm_menu_is_row(&k)) {
    look->kind = GM_LINE_NAV;
    look->flags |= GM_LOOK_WEAK;
    look->part = GM_PART_MENU;
    return;
  }
  if ((head || gm_label_skip_site(&k, view, labels_from) > labels_from) && read_labels(look, &k, view, labels_from))
    return;
  look->date = (gm_date){0, 0, 0};
  if (is_document_number(&k))
    finish_meta(look, GM_FIELD_DOCNO);
  else if (is_distribution(&k))
    finish_meta(look, GM_FIELD_DISTRIBUTION);
  else if (is_dateline(&k))
    finish_meta(look, GM_FIELD_SOURCE);
  else if (is_byline(&k))
    finish_meta(look, GM_FIELD_AUTHOR);
  else if (gm_picture_is_caption(&k))
    finish_caption(look, 0);
  else if (gm_picture_is_credited(&k))
    finish_caption(look, GM_LOOK_WEAK);
  else if (gm_picture_is_told(&k)) {
    finish_caption(look, GM_LOOK_WEAK);
    look->part = GM_PART_CAPTION;
  } else {
    if (gm_foot_is_host(&k)) look->flags |= GM_LOOK_HOST;
    read_prose(look, view, prose);
  }
}

void gm_chrome_read(gm_look *look, const gm_view *view, size_t first) {
  bool picture = view->cp[first] == 0xFF01; /* ![](data:…) may be as long as the picture */
  if (look->chars > GM_KEY_CHARS && !picture)
    look->flags |= GM_LOOK_LONG;
  else if (may_be_chrome(look, view, first))
    read_key(look, view, first);
  else
    read_prose(look, view, first);
}

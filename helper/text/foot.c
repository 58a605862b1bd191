#include "text/foot.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

#define FOOT_CHARS      120 /* no footer is longer */
#define VISIT_CHARS     24
#define COPYRIGHT_CHARS 60
#define SINGLE_CHARS    60 /* a longer line of one label is a sentence */
#define PAGE_CHARS      24
#define PAGE_DIGITS     3

static size_t digits_at(const gm_key *k, size_t at) {
  size_t n = 0;
  while (at + n < k->count && gm_class_of(k->cp[at + n]) & GM_DIGIT) n++;
  return n;
}

static bool is_sentence(const gm_key *k) { return gm_key_has(k, 0, k->count, u"。；！？"); }

/* Could a registration begin at `at`? Behind a word it is spoken of: 备案号应为某ICP备…号. */
static bool begins_part(const gm_key *k, size_t at) {
  return !at || k->gap[at] || gm_class_of(k->cp[at - 1]) & GM_DIGIT ||
         gm_key_one_of(k->cp[at - 1], u"：，、|丨｜/·-）】号");
}

/* 某ICP备…号, 公网安备…, 网站标识码：… at `at`, with their numbers. */
static bool registers(const gm_key *k, size_t at, gm_look *look) {
  static const struct {
    const gm_unit16 *word;
    uint8_t digits; /* at least so many */
    uint16_t flags;
  } numbers[] = {{u"ICP备", 4, GM_LOOK_PAGE_END}, {u"ICP备案号：", 4, GM_LOOK_PAGE_END},
                 {u"ICP证", 4, GM_LOOK_PAGE_END}, {u"公网安备", 6, GM_LOOK_PAGE_END},
                 {u"网站标识码：", 6, 0},         {u"政府网站标识码：", 6, 0}};
  if (!begins_part(k, at) && !begins_part(k, at - 1)) return false;
  for (size_t i = 0; i < COUNT(numbers); i++) {
    size_t n = gm_key_match(k, at, numbers[i].word);
    if (!n || digits_at(k, at + n) < numbers[i].digits) continue;
    look->flags |= numbers[i].flags;
    return true;
  }
  return false;
}

/* Who keeps the page and where: how many such labels begin at `at`. */
static size_t host_labels_at(const gm_key *k, size_t at) {
  static const gm_unit16 *const labels[] = {u"主办：",     u"主办单位：", u"承办：",     u"承办单位：", u"技术支持：",
                                            u"地址：",     u"联系地址：", u"单位地址：", u"邮编：",     u"邮政编码：",
                                            u"联系电话：", u"电话：",     u"传真："};
  size_t found = 0;
  for (size_t i = 0; i < COUNT(labels); i++) found += gm_key_match(k, at, labels[i]) > 0;
  return found;
}

/* …版权所有，未经授权不得转载, …版权所有 地址：… at `at`; 版权所有者 is a word of the text. */
static bool reserves(const gm_key *k, size_t at, gm_look *look) {
  static const gm_unit16 *const wishes[] = {u"未经", u"不得", u"禁止", u"请勿", u"翻印", u"违者", u"侵权"};
  size_t n = gm_key_match(k, at, u"版权所有"), end = at + n;
  if (!n || k->count > COPYRIGHT_CHARS) return false;
  bool counts = end == k->count;
  if (gm_key_one_of(k->cp[end], u"，、"))
    end++;
  else if (!k->gap[end] && !counts)
    return false;
  for (size_t i = 0; i < COUNT(wishes) && !counts; i++) counts = gm_key_match(k, end, wishes[i]);
  counts = counts || (k->gap[end] && host_labels_at(k, end));
  if (counts) look->flags |= GM_LOOK_WEAK | GM_LOOK_PAGE_END;
  return counts;
}

/* The page's registration or copyright, and no sentence around it. */
static bool is_owner(const gm_key *k, gm_look *look) {
  if (k->count > FOOT_CHARS) return false;
  for (size_t i = 0; i < k->count; i++) {
    if (!gm_key_one_of(k->cp[i], u"Ii公网政版")) continue;
    if (gm_key_match(k, i, u"版") ? !reserves(k, i, look) : !registers(k, i, look)) continue;
    if (is_sentence(k)) {
      look->flags = 0;
      return false;
    }
    look->kind = GM_LINE_FOOTER;
    return true;
  }
  return false;
}

/* 1234次浏览, 您是第1234位访客 */
static bool is_count_of_views(const gm_key *k, gm_look *look) {
  static const gm_unit16 *const leads[] = {u"您是第", u"您是本站第", u"您是本网站第", u""};
  static const gm_unit16 *const tails[] = {u"次浏览", u"次阅读", u"位访客", u"位访问者", u"位来访者", u"位浏览者"};
  if (k->count > VISIT_CHARS) return false;
  size_t at = 0, row = 0;
  while (row + 1 < COUNT(leads) && !(at = gm_key_match(k, 0, leads[row]))) row++;
  size_t digits = digits_at(k, at);
  if (!digits) return false;
  for (size_t i = 0; i < COUNT(tails); i++) {
    if (at + digits + gm_key_match(k, at + digits, tails[i]) != k->count || at + digits == k->count) continue;
    look->kind = GM_LINE_COUNTER;
    look->fields = GM_FIELD_VIEWS;
    return true;
  }
  return false;
}

/* Does the name of a file end at `end`: 报名表.docx, in brackets or not? */
static bool ends_file(const gm_key *k, size_t end) {
  static const gm_unit16 *const kinds[] = {u".doc",  u".docx", u".pdf", u".xls", u".xlsx", u".ppt",
                                           u".pptx", u".zip",  u".rar", u".wps", u".et",   u".ofd"};
  end -= end && gm_key_one_of(k->cp[end - 1], u"】》）]");
  for (size_t i = 0; i < COUNT(kinds); i++)
    if (gm_key_ends(k, end, kinds[i])) return true;
  return false;
}

/* 附件【方案.docx】已下载12次, 附件1：名单.xlsx 下载次数：34, 规程.pdf（已下载 8 次）: a file and how often it was
 * fetched. */
static bool is_fetched(const gm_key *k, gm_look *look) {
  static const gm_unit16 *const words[] = {u"已下载", u"下载", u"下载次数：", u"下载量：", u"已被下载"};
  size_t end = k->count, digits = 0;
  if (k->count > FOOT_CHARS) return false;
  end -= end && gm_key_one_of(k->cp[end - 1], u"）】]");
  bool times = gm_key_ends(k, end, u"次");
  for (end -= times; end && gm_class_of(k->cp[end - 1]) & GM_DIGIT; end--) digits++;
  if (!digits || is_sentence(k)) return false;
  for (size_t i = 0; i < COUNT(words); i++) {
    size_t n = 0;
    while (words[i][n]) n++;
    if (!gm_key_ends(k, end, words[i]) || (!times && words[i][n - 1] != 0xFF1A)) continue; /* ： */
    size_t file = end - n;
    file -= file && gm_key_one_of(k->cp[file - 1], u"（【[，");
    if (!ends_file(k, file) && !(gm_key_match(k, 0, u"附件【") && gm_key_ends(k, file, u"】"))) continue;
    look->kind = GM_LINE_NAV;
    return true;
  }
  return false;
}

static size_t dashes_at(const gm_key *k, size_t at) {
  size_t n = 0;
  while (at + n < k->count && gm_key_one_of(k->cp[at + n], u"—–―─-~～")) n++;
  return n;
}

/* — 2 —, - 2 -: a page's number, or that of a part of the text. */
static bool is_page_number(const gm_key *k, gm_look *look) {
  if (k->count > PAGE_CHARS) return false;
  size_t from = dashes_at(k, 0), digits = digits_at(k, from), end = from + digits;
  if (!from || !digits || digits > PAGE_DIGITS || k->cp[from] == '0') return false; /* — 01 — counts parts */
  if (end == k->count || end + dashes_at(k, end) != k->count) return false;
  for (size_t i = from; i < end; i++) look->tail = look->tail * 10 + (k->cp[i] - '0');
  look->kind = GM_LINE_FOOTER;
  look->flags |= GM_LOOK_WEAK;
  look->part = GM_PART_NUMBER;
  return true;
}

/* The number in 第2页, 共5页, 第二页 at `at`, with the words around it; gives the index behind, 0 when there is none.
 */
static size_t pages_at(const gm_key *k, size_t at, const gm_unit16 *word) {
  size_t end = at + gm_key_match(k, at, word), digits = end;
  while (digits < k->count && gm_class_of(k->cp[digits]) & (GM_DIGIT | GM_NUMERAL)) digits++;
  bool read = end > at && digits > end && gm_key_match(k, digits, u"页");
  return read ? digits + 1 : 0;
}

/* 第 1 页 / 共 3 页, 共3页 第1页, Page 1 of 3: which page of how many. */
static bool is_page_of_pages(const gm_key *k, gm_look *look) {
  if (k->count > PAGE_CHARS) return false;
  size_t at = dashes_at(k, 0);
  if (gm_key_one_of(k->cp[at], u"（(")) at++;
  bool total_first = gm_key_match(k, at, u"共");
  size_t end = pages_at(k, at, total_first ? u"共" : u"第");
  if (end) {
    while (end < k->count && gm_key_one_of(k->cp[end], u"，,/|（(、·-—")) end++;
    end = pages_at(k, end, total_first ? u"第" : u"共");
  } else if (gm_key_match(k, at, u"page")) {
    size_t digits = digits_at(k, at + 4), of = at + 4 + digits;
    if (digits && gm_key_match(k, of, u"of")) end = digits_at(k, of + 2) ? of + 2 + digits_at(k, of + 2) : 0;
  }
  if (!end) return false;
  if (end < k->count && gm_key_one_of(k->cp[end], u"）)")) end++;
  if (end + dashes_at(k, end) != k->count) return false;
  look->kind = GM_LINE_FOOTER;
  return true;
}

/* — END —, 【END】: the word between marks, among other things of a page or outside the text; without marks only
 * between the text and those. */
static bool is_end_mark(const gm_key *k, gm_look *look) {
  static const gm_unit16 *const words[] = {u"END", u"THEEND"};
  size_t from = 0, to = k->count;
  while (from < to && gm_key_one_of(k->cp[from], u"—–―─-·•・=~～【[（")) from++;
  while (to > from && gm_key_one_of(k->cp[to - 1], u"—–―─-·•・=~～】]）")) to--;
  bool bare = !from && to == k->count;
  if (from == to || (!bare && (!from || to == k->count))) return false;
  for (size_t i = 0; i < COUNT(words); i++) {
    if (gm_key_match(k, from, words[i]) != to - from) continue;
    if (bare) look->part = GM_PART_END;
    look->kind = GM_LINE_NAV;
    look->flags |= GM_LOOK_WEAK;
    return true;
  }
  return false;
}

bool gm_foot_read(gm_look *look, const gm_key *k) {
  return is_owner(k, look) || is_count_of_views(k, look) || is_fetched(k, look) || is_page_number(k, look) ||
         is_page_of_pages(k, look) || is_end_mark(k, look);
}

bool gm_foot_is_host(const gm_key *k) {
  size_t found = 0;
  if (k->count > FOOT_CHARS || !gm_key_one_of(k->cp[0], u"主承技地联单邮电传")) return false;
  for (size_t at = 0; at < k->count; at++) {
    if (at && !k->gap[at]) continue;
    size_t before = found;
    found += host_labels_at(k, at);
    if (!at && found == before) return false;
  }
  return (found >= 2 || k->count < SINGLE_CHARS) && !is_sentence(k);
}

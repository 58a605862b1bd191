/* PUN-08 to PUN-11, PUN-21: the marks between the items of a list in running text. */
#include "check/families.h"
#include "check/punctuation.h"
#include "text/utf8.h"

/* The mark before an inline item, with what stands between skipped; 0 when the item opens its line. */
static uint32_t mark_before(gm_text line, uint32_t byte) {
  const char *p = line.ptr + byte;
  while (p > line.ptr) {
    uint32_t c;
    p -= gm_utf8_decode_back(line.ptr, p, &c);
    c = gm_fold(c);
    if (c && c != ' ' && c != 0x201D && c != 0xFF09) return c;
  }
  return 0;
}

#define SEMICOLON 0xFF1Bu
#define FULL_STOP 0x3002u
#define COMMA     0xFF0Cu

static const char *separator_name(uint32_t mark) {
  return mark == SEMICOLON ? "；" : mark == FULL_STOP ? "。" : mark == COMMA ? "，" : NULL;
}

/* ； beside 。 or ，. A list parted by ， is a looser one, of whose 。 nothing is said. */
static bool differ(uint32_t a, uint32_t b) { return a != b && (a == SEMICOLON || b == SEMICOLON); }

/* Does the item have the mark inside, not only at its end? */
static bool holds(gm_text line, uint32_t from, uint32_t to, const char *mark) {
  for (uint32_t i = from; i + 3 <= to; i++)
    if (!memcmp(line.ptr + i, mark, 3)) return i + 3 < to;
  return false;
}

/* A run that parts its items by ； here and by 。 there. An item that opens a paragraph says nothing. */
void gm_check_chain_separator(gm_draft_check *check) {
  const gm_outline *outline = check->outline;
  uint32_t told = GM_NO_SECTION; /* the item last seen of the run last told of: once a run */
  for (uint32_t i = 0; i < outline->sections.count; i++) {
    const gm_section *item = &outline->sections.items[i];
    if (told != GM_NO_SECTION && item->previous == told) {
      told = i;
      continue;
    }
    if (item->kind != GM_SECTION_INLINE || (item->family != GM_FAMILY_IS && item->family != GM_FAMILY_MUST)) continue;
    if (item->previous == GM_NO_SECTION || item->soft) continue;
    const gm_section *previous = &outline->sections.items[item->previous];
    if (previous->previous == GM_NO_SECTION || previous->start.line != item->start.line) continue;
    gm_text line = check->draft->lines[item->start.line];
    uint32_t mark = mark_before(line, item->start.byte), before = mark_before(line, previous->start.byte);
    const gm_section *first = &outline->sections.items[previous->previous];
    if (first->start.line != item->start.line) continue;
    if (!differ(mark, before) || !separator_name(mark) || !separator_name(before)) continue;
    /* The item that ends in ； has a 。 inside: PUN-09 speaks. */
    const gm_section *weak = mark == SEMICOLON ? previous : before == SEMICOLON ? first : NULL;
    if (weak && holds(line, weak->marker_end, (weak == first ? previous : item)->start.byte, "。")) continue;
    /* 二是建账，尤其是老旧设备的账；三是回访: ； ends an item that has ， inside. */
    if ((mark == COMMA || before == COMMA) && (holds(line, previous->marker_end, item->start.byte, "，") ||
                                               holds(line, first->marker_end, previous->start.byte, "，")))
      continue;
    gm_position end = {item->start.line, item->marker_end};
    gm_report_draft(check, item->start, end);
    told = i;
    gm_say(check->out, check->language,
           "“%s”前用“%s”，“%s”前用“%s”：同一组并列项的分隔标点宜一致（GB/T 15834-2011 B.3.7）",
           "“%s” follows “%s” but “%s” follows “%s”: part the items of one list alike (GB/T 15834-2011 B.3.7)",
           gm_quote_raw(line, item->start.byte, item->marker_end).text, separator_name(mark),
           gm_quote_raw(line, previous->start.byte, previous->marker_end).text, separator_name(before));
    gm_relate(check->out, previous->start, (gm_position){previous->start.line, previous->marker_end},
              check->language == GM_ENGLISH ? "the item before" : "前一项");
  }
}

/* 一是甲。乙；二是丙: the ； is weaker than the 。 inside the item. And 形式多样，一是甲；二是乙: what leads the items
 * ends in ：. */
static gm_item item_before_semicolon(const gm_view *view, size_t i, size_t *stop) {
  gm_item next = gm_item_at(view, gm_skip_blanks(view, i + 1)), item = {0};
  *stop = SIZE_MAX;
  if (next.number < 2) return item;
  item = gm_item_before(view, i, &next);
  if (!item.form) return item;
  for (size_t k = item.end; k < i && *stop == SIZE_MAX; k++)
    if (gm_plain_stop(view, k)) *stop = k;
  return item;
}

void gm_check_stop_in_item(gm_line_check *check, size_t i) {
  size_t stop;
  gm_item item = item_before_semicolon(check->view, i, &stop);
  if (!item.form || stop == SIZE_MAX) return;
  gm_report_line(check, i, i + 1);
  gm_say(check->out, check->language,
         "“%s”一项内已有句号，项末不用分号：宜用句号，或把项内句号改为逗号（GB/T 15834-2011 A.5）",
         "the item “%s” has a full stop inside and cannot end in a semicolon (GB/T 15834-2011 A.5)",
         gm_quote_line(check->view, item.at, item.end).text);
  gm_relate(check->out, (gm_position){0, check->view->raw_at[stop]},
            (gm_position){0, gm_raw_end(check->view, stop + 1)},
            check->language == GM_ENGLISH ? "the full stop inside" : "项内的句号");
}

void gm_check_list_lead(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  size_t stop;
  gm_item item = item_before_semicolon(view, i, &stop);
  if (item.number != 1 || item.form == GM_ITEM_FIRST || stop != SIZE_MAX || !gm_one_before(view, item.at, "，")) return;
  gm_report_line(check, item.at - 1, item.end);
  gm_say(check->out, check->language, "“%s”等各项以分号分隔，总领的话后通常用冒号（GB/T 15834-2011 B.1.4）",
         "what leads items parted by ； (%s …) usually ends in a colon (GB/T 15834-2011 B.1.4)",
         gm_quote_line(view, item.at, item.end).text);
}

#define SHORT_ITEM 30 /* longer items are sentences of their own, and 。 between them is general practice */

/* The item that follows `item` within SHORT_ITEM characters behind its marker; form GM_ITEM_NONE when none does. *end
 * is behind the last stop seen, 0 when there was none or the items are parted by ；. */
static gm_item next_short_item(const gm_view *view, const gm_item *item, size_t *end) {
  *end = 0;
  for (size_t at = item->end; at < view->count && at - item->end <= SHORT_ITEM; at++) {
    if (gm_one_of(view, at, "；")) {
      *end = 0;
      break;
    }
    if (!gm_plain_stop(view, at)) continue;
    *end = at + 1;
    gm_item next = gm_item_at(view, gm_skip_blanks(view, at + 1));
    if (next.form == item->form && next.number == item->number + 1) return next;
  }
  return (gm_item){0};
}

/* 问题是：一是甲。二是乙。 The colon reaches to the first 。 only. */
void gm_check_colon_reach(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  gm_item item = gm_item_at(view, gm_skip_blanks(view, i + 1));
  if (item.number != 1) return;
  unsigned items = 1;
  size_t end;
  for (gm_item next; next = next_short_item(view, &item, &end), next.form; items++) item = next;
  if (items < 2 || !end) return;
  gm_report_line(check, i, i + 1);
  gm_say(check->out, check->language, "冒号只管到第一个句号，后面%u项用句号隔开：各项间宜用分号（GB/T 15834-2011 A.6）",
         "a colon reaches to the first full stop, and %u items follow parted by stops: part them by ； "
         "(GB/T 15834-2011 A.6)",
         items);
}

#define MODALS "要 应 须 必须 需要 得 是要"

/* 第三要 as an item: in one sentence 首先要…，其次要…，第三要… are led alike; so are 首先查…，其次查…，第三查…. */
static gm_item bare_item(const gm_view *view, size_t i) {
  gm_item item = {.at = i, .form = GM_ITEM_ORDINAL};
  if (!gm_one_of(view, i, "第") || (!gm_item_place(view, i) && !gm_one_before(view, i, "，"))) return (gm_item){0};
  size_t length = gm_numeral_ordinal(view, i + 1, &item.number);
  item.end = i + 1 + length;
  if (!length || gm_words_at(view, item.end, "要素 要务 要点 要义 应答")) return (gm_item){0};
  return item;
}

static bool led_alike(const gm_view *view, const gm_item *a, const gm_item *b) {
  if (gm_words_at(view, a->end, MODALS) && gm_words_at(view, b->end, MODALS)) return true;
  return view->cls[a->end] & GM_HAN && view->cls[b->end] & GM_HAN && view->cp[a->end] == view->cp[b->end];
}

static void report_mixed(gm_line_check *check, const gm_item *before, const gm_item *item) {
  const gm_view *view = check->view;
  gm_report_line(check, item->at, item->end);
  gm_say(check->out, check->language, "“%s”之后用“%s”：同一组并列项的序次语宜一致",
         "“%s” is followed by “%s”: number the items of one list in one way",
         gm_quote_line(view, before->at, before->end).text, gm_quote_line(view, item->at, item->end).text);
  gm_relate(check->out, (gm_position){0, view->raw_at[before->at]}, (gm_position){0, gm_raw_end(view, before->end)},
            check->language == GM_ENGLISH ? "the item before" : "前一项");
}

/* 第一……其次: from 其次 on. Where 首先 came before, 第一 is of a list inside its item. */
static void check_first_form(gm_line_check *check, const gm_item *item) {
  const gm_view *view = check->view;
  if (item->number != 2 || !gm_item_place(view, item->at)) return;
  gm_item last = {0};
  for (size_t at = item->at, limit = at > GM_REACH_CHARS ? at - GM_REACH_CHARS : 0; at-- > limit;) {
    if (!(view->cls[at] & GM_HAN)) continue;
    gm_item before = gm_item_at(view, at);
    if (before.form == GM_ITEM_FIRST) return;
    if (before.form == GM_ITEM_ORDINAL && !last.form) last = before;
  }
  if (last.form && last.number == 1 && gm_item_place(view, last.at)) report_mixed(check, &last, item);
}

/* 首先……其次……第三 or 三是: two ways to count in one list. */
void gm_check_mixed_items(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (gm_one_of(view, i, "是")) {
    while (i && view->cls[i - 1] & GM_NUMERAL) i--;
    gm_item item = gm_item_at(view, i);
    if (item.form != GM_ITEM_IS) return;
  }
  gm_item item = gm_item_at(view, i);
  if (item.form == GM_ITEM_FIRST) {
    check_first_form(check, &item);
    return;
  }
  bool bare = !item.form, is = item.form == GM_ITEM_IS;
  if (bare) item = bare_item(view, i);
  if ((item.form != GM_ITEM_ORDINAL && !is) || item.number < 2 || gm_one_of(view, item.end, ".")) return;
  if (!gm_item_place(view, i) && !gm_one_before(view, i, "，")) return;
  size_t limit = i > GM_REACH_CHARS ? i - GM_REACH_CHARS : 0;
  for (size_t at = i; at-- > limit;) {
    if (!(view->cls[at] & GM_HAN)) continue;
    gm_item before = gm_item_at(view, at);
    if (before.form == GM_ITEM_ORDINAL || before.form == GM_ITEM_IS) return;
    if (before.form != GM_ITEM_FIRST) continue;
    if (before.end + 1 >= i) return; /* 其次，三是…: items inside that of 其次 */
    if (before.number != item.number - 1 || (bare && !led_alike(view, &before, &item))) return;
    bool alike = bare || (item.number > 2 && gm_one_of(view, item.end, "，、"));
    if (!gm_item_place(view, at) && !(gm_one_before(view, at, "，") && alike)) return;
    report_mixed(check, &before, &item);
    return;
  }
}

/* AR-02 of a part above its whole in free wording, one finding of each of five kinds of words:
 * 应检480公里，已检732公里; 罚没675万元，最高一笔742万元; 在编134人，…。在编人员里大专以上的189人;
 * 受理236件，已办结251件，办结率97.9%; 考生900人，上线648人；其中高分843人，占考生的27%. */
#include "check/percent.h"
#include "check/sum.h"
#include "check/swap.h"

/* Is it a plain amount that could be the whole of `part`, and less than it? */
static bool is_below(const gm_mention *whole, const gm_mention *part) {
  return gm_is_count(whole->figure) && gm_comparable(whole->figure, part->figure) &&
         gm_decimal_compare(part->figure->value, whole->figure->value) > 0;
}

/* The amount like `part` right before it, in its sentence; NULL when there is none. */
static const gm_mention *like_before(const gm_links *links, const gm_mention *part) {
  for (const gm_mention *m = part; m-- > links->items && gm_same_sentence(m, part);)
    if (gm_is_amount(m->figure) && gm_comparable(m->figure, part->figure) && !(m->figure->roles & GM_ROLE_EACH) &&
        gm_find_word(links->view, m->label, m->from, "均") == SIZE_MAX)
      return m;
  return NULL;
}

static void report(gm_line_check *check, const gm_mention *whole, const gm_mention *part) {
  const gm_view *view = check->view;
  gm_report_mention(check, part);
  gm_lower(check->out, GM_SEVERITY_WARNING);
  gm_say(check->out, check->language, "%s大于整体%s", "%s is more than its whole, %s",
         gm_quote_mention(view, part).text, gm_quote_mention(view, whole).text);
  gm_relate_mention(check, whole, "整体", "the whole");
}

#define DUE  "应 须 应当 应该"
#define DONE "已 已经 实际 实 实有 现已 目前已"

/* 应检测480公里，已检测372公里: the same verb behind 应 and behind 已. What was due may be exceeded by money alone. */
static const gm_mention *due_of(const gm_links *links, const gm_mention *part) {
  const gm_view *view = links->view;
  size_t done = part->label + gm_words_at(view, part->label, DONE);
  const gm_mention *whole = done == part->label || done >= part->from ? NULL : like_before(links, part);
  if (!whole || !is_below(whole, part) || part->figure->kind == GM_FIGURE_MONEY) return NULL;
  size_t due = gm_find_word(view, whole->label, whole->from, DUE);
  if (due == SIZE_MAX || gm_find_word(view, whole->clause, whole->from, "至少 不少于 不低于 最低 最少") != SIZE_MAX)
    return NULL;
  due += gm_words_at(view, due, DUE);
  return due < whole->from && view->cp[due] == view->cp[done] && view->cls[due] & GM_HAN &&
                 !gm_one_of(view, due, "有为是收完")
             ? whole
             : NULL;
}

#define MEASURED "最 平均 均 起步 上限 标准 单价 限额 去年 上年 同期 完成" /* what is no whole of single sums */

#define MOST "最高 最大 最多"
#define ONE \
  "一笔 的一笔 一户 的一户 一单 的一单 一宗 的一宗 一起 的一起 一张 的一张 一人 的一人 一家 的一家 一个 的一个"

/* 63.5万元，其中甲类42万元、乙类9万元，单笔最高15万元: may it be of an amount told before the last? */
static bool may_be_of_another(const gm_links *links, const gm_mention *part) {
  for (const gm_mention *m = part; m-- > links->items && gm_same_sentence(m, part);)
    if (gm_is_amount(m->figure) && gm_comparable(m->figure, part->figure) &&
        gm_decimal_compare(m->figure->value, part->figure->value) >= 0)
      return true;
  return false;
}

/* 罚没675万元，案均9万元，最高一笔42万元: the most that one was of the money told before, and of nothing else. */
static const gm_mention *sum_of_most(const gm_links *links, const gm_mention *part) {
  const gm_view *view = links->view;
  size_t most = part->figure->kind == GM_FIGURE_MONEY ? gm_find_word(view, part->clause, part->from, MOST) : SIZE_MAX;
  const gm_mention *whole = most == SIZE_MAX ? NULL : like_before(links, part);
  if (!whole || !is_below(whole, part) || may_be_of_another(links, part)) return NULL;
  size_t behind = most + 2, one = gm_words_at(view, behind, ONE);
  if (!one && !gm_words_before(view, most, "单笔 单户 单宗 单张 单起")) return NULL;
  size_t noun = behind + one;
  while (noun < part->from && gm_one_of(view, noun, "的是为达就有额金罚单案子")) noun++;
  size_t end =
      part->from - gm_words_before(view, part->from, "达 为 有 是 达到 约"); /* its head alone counts: 企业产值 */
  bool same = noun >= end;
  for (size_t i = end >= noun + 2 ? end - 2 : noun; i < end && !same; i++)
    for (size_t k = whole->label; k < whole->from && !same; k++)
      same = view->cp[k] == view->cp[i] && view->cls[i] & GM_HAN && !gm_one_of(view, i, "的了金额元达为共总");
  return same && gm_find_word(view, whole->label, whole->from, MEASURED) == SIZE_MAX &&
                 gm_find_word(view, behind, part->from, "总 计划 估 授信 合同 注册") == SIZE_MAX
             ? whole
             : NULL;
}

#define WITHIN     "里 中 当中"
#define NAME_CHARS 8u /* of the whole named again: 在编人员 */

/* 在编人员里大专以上的189人: the one amount of the paragraph that is named by the same first two characters. */
static const gm_mention *named_again(const gm_links *links, const gm_mention *part) {
  const gm_view *view = links->view;
  if (!gm_one_before(view, part->from, "的有")) return NULL; /* most */
  size_t start = gm_clause_start(view, part->from), within = gm_find_word(view, start, part->from, WITHIN);
  const gm_mention *whole = NULL;
  if (within == SIZE_MAX || within < start + 2 || within - start > NAME_CHARS || part->label != start ||
      gm_words_at(view, start, "其 这 包括 包含 含 有") ||
      gm_words_at(view, within, "中国 中心 中央 中学 中小 中医 中等 中级 中部 中期 中外 中标 中介 中药"))
    return NULL;
  for (size_t i = start; i < within; i++)
    if (!(view->cls[i] & GM_HAN)) return NULL;
  for (const gm_mention *m = links->items; m < part; m++) {
    if (m->label + 2u > m->from || !gm_is_amount(m->figure) || !gm_comparable(m->figure, part->figure) ||
        gm_find_run(view, m->label, m->from, start, 2) == SIZE_MAX)
      continue;
    /* 高一学生320人。学生中走读的860人: those named again are more */
    size_t label = m->label + gm_words_at(view, m->label, "其中");
    size_t name = label + gm_words_at(view, label, "现有 共有 有 全县 全市 全区 全镇 全校 全院 全厂 全馆");
    size_t length = m->from - name - gm_words_before(view, m->from, "有 共 共有 为 达 现有");
    if (whole || !is_below(m, part) || m->from < name + 2 || length > within - start ||
        !gm_reads_alike(view, name, start, length))
      return NULL;
    whole = m;
  }
  return whole;
}

/* Does the part give the rate with two neighbouring digits the other way round, or in one way with one digit another?
 */
static bool gives_rate(const gm_mention *part, const gm_mention *whole, gm_interval percent, gm_decimal *should) {
  gm_decimal value;
  gm_interval shifted;
  unsigned fits = 0;
  for (unsigned k = 0; gm_next_swap(part->figure, &k, &value, &shifted);)
    if (gm_ratio_fits(gm_interval_exact(value), whole->figure->interval, percent)) {
      *should = value;
      return true;
    }
  for (unsigned k = 0; gm_next_digit(part->figure, &k, &value, &shifted);)
    if (gm_ratio_fits(gm_interval_exact(value), whole->figure->interval, percent)) {
      *should = value;
      fits++;
    }
  return fits == 1;
}

/* Does another amount of the paragraph, a whole told elsewhere, give the rate with the part as it stands? */
static bool has_whole(const gm_links *links, const gm_mention *part, const gm_mention *rate) {
  gm_interval percent = gm_percent_interval(rate->figure, 1);
  if (gm_share_of_sum_fits(links, part->figure, percent)) return true; /* 旧存22件，新收236件，办结251件 */
  for (unsigned i = 0; i < links->count; i++) {
    const gm_figure *f = links->items[i].figure;
    if (gm_is_amount(f) && gm_comparable(f, part->figure) && gm_decimal_compare(f->value, part->figure->value) > 0 &&
        gm_ratio_fits(part->figure->interval, f->interval, percent))
      return true;
  }
  return false;
}

#define SENTENCES 1u /* back to what was received */

/* 受理236件，…。已办结251件，办结率97.9%: what a rate below 100 % is told of, more than all there is, and one digit or
 * two turned round off what it gives. */
static const gm_mention *whole_of_rate(const gm_links *links, const gm_mention *part, gm_decimal *should) {
  const gm_mention *rate = part + 1;
  gm_decimal hundred = gm_decimal_of(100);
  if (rate >= links->items + links->count || rate->figure->kind != GM_FIGURE_PERCENT || !gm_same_sentence(part, rate) ||
      rate->clause > part->to + NAME_CHARS || !gm_is_exact(rate->figure) || gm_is_delta(rate->figure) ||
      gm_decimal_compare(rate->figure->value, hundred) >= 0 || !rate->figure->value.scale ||
      !gm_words_before(links->view, rate->from, "率 率达 率为 率是 率达到 完成 完成任务的"))
    return NULL;
  const gm_mention *before = like_before(links, part), *found = NULL, *candidates[2] = {before, NULL};
  for (const gm_mention *m = part; m-- > links->items && m->figure->sentence + SENTENCES >= part->figure->sentence;)
    if (!gm_same_sentence(m, part) && gm_is_count(m->figure) && gm_comparable(m->figure, part->figure) &&
        (!candidates[1] || gm_decimal_compare(m->figure->value, candidates[1]->figure->value) >= 0))
      candidates[1] = m;
  for (unsigned i = 0; i < 2; i++) {
    const gm_mention *whole = candidates[i];
    gm_interval percent = gm_percent_interval(rate->figure, 1);
    if (!whole || !is_below(whole, part)) continue;
    /* 去年发车3.2万班，准点率96.4%；今年发车3.5万班，准点率97.9%: the same of two times */
    if (gm_share_pair(links->view, whole->label, whole->from, part->label, part->from) ||
        gm_find_word(links->view, whole->clause, whole->from, "去年 上年 前年 同期 上届 上月 上季度") != SIZE_MAX)
      continue;
    if (whole == part - 1 && gm_same_sentence(whole, part) && !gm_words_before(links->view, rate->from, "完成"))
      continue; /* PCT-01 reads those */
    if (gives_rate(part, whole, percent, should)) {
      found = whole;
      break;
    }
  }
  return found && !has_whole(links, part, rate) ? found : NULL;
}

/* 考生900人，上线648人，占72%；其中高分843人，占考生的27%: some of the amount right before 其中, and more than it; its
 * share is of one told before that, and right with one digit another, or two turned round, of what is no more then. */
static const gm_mention *whole_of_share(const gm_links *links, const gm_mention *part, gm_decimal *should) {
  const gm_view *view = links->view;
  const gm_mention *share = part + 1, *near;
  if (!gm_words_at(view, part->clause, "其中") || share >= links->items + links->count ||
      share->figure->kind != GM_FIGURE_PERCENT || !(share->figure->roles & GM_ROLE_SHARE) ||
      !gm_is_exact(share->figure) || share->clause != part->to + 1u || !gm_same_sentence(part, share) ||
      !(near = like_before(links, part)) || !is_below(near, part) || has_whole(links, part, share))
    return NULL;
  for (const gm_mention *m = near; m-- > links->items && gm_same_sentence(m, part);)
    if (gm_is_count(m->figure) && gm_comparable(m->figure, part->figure) &&
        gm_decimal_compare(m->figure->value, part->figure->value) >= 0 &&
        gives_rate(part, m, gm_percent_interval(share->figure, 1), should) &&
        gm_decimal_compare(*should, near->figure->value) <= 0)
      return near;
  return NULL;
}

void gm_check_part_free(gm_line_check *check, const gm_links *links, unsigned index) {
  const gm_view *view = check->view;
  const gm_mention *part = &links->items[index], *whole = NULL;
  gm_decimal should = {0, 0};
  if (!gm_is_count(part->figure) || !index || gm_is_told(check, part)) return;
  if (!(whole = due_of(links, part)) && !(whole = sum_of_most(links, part)) && !(whole = named_again(links, part)))
    whole = whole_of_rate(links, part, &should);
  if (!whole) whole = whole_of_share(links, part, &should);
  if (!whole || gm_is_told(check, whole) || gm_disclaimed(view)) return;
  report(check, whole, part);
  if (should.digits > 0) {
    gm_offer_value(check, part, should);
    gm_relate_mention(check, part + 1, "比率", "the rate");
  }
}

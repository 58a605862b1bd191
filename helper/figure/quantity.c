#include "figure/quantity.h"

#define YU      0x4F59u /* 余 */
#define YU_KEPT 0x9980u /* 馀 */
#define DUO     0x591Au /* 多 */
#define LAI     0x6765u /* 来 */
#define BAN     0x534Au /* 半 */
#define GE      0x4E2Au /* 个 */
#define FEN     0x5206u /* 分 */
#define ZHONG   0x949Fu /* 钟 */
#define YI      0x4E00u /* 一 */
#define ER      0x4E8Cu /* 二 */
#define OPENQ   0x201Cu
#define CLOSEQ  0x201Du

static bool han(const gm_view *view, size_t i) { return view->cls[i] & GM_HAN; }
static bool digit(const gm_view *view, size_t i) { return view->cls[i] & GM_DIGIT; }
static bool numeral(const gm_view *view, size_t i) { return view->cls[i] & GM_NUMERAL; }

/* 5大类, 4大板块: behind digits 大 counts these alone; 211大学 and 5大碗 are none. */
static bool great_things(const gm_view *view, size_t at) {
  static const char *const things[] = {"类",   "项",   "块",   "板块", "工程", "行动", "体系", "领域", "任务", "方面",
                                       "举措", "要素", "环节", "系统", "产业", "平台", "重点", "片区", "主题", "模块",
                                       "专项", "指标", "部分", "措施", "活动", "目标", "品牌", "赛道", "场景"};
  for (size_t i = 0; i < sizeof things / sizeof *things; i++)
    if (gm_view_match(view, at, things[i])) return true;
  return false;
}

/* Things that a Han numeral counts by a word which is mostly something else behind it: 六道手续, and not 八道江 or
 * 五道口; 四句话; 三点要求, and not 下午三点. */
static const struct {
  uint32_t unit;
  const char *things[16];
} counted_so[] = {
    {0x9053, /* 道 */
     {"手续", "工序", "程序", "防线", "关口", "关卡", "闸门", "环节", "流程", "屏障", "门槛", "难题"}},
    {0x53E5, {"话"}}, /* 句 */
    {0x70B9,          /* 点 */
     {"要求", "希望", "建议", "意见", "不足", "体会", "感受", "启示", "思考", "想法", "认识", "看法", "经验", "教训",
      "措施"}},
};

#define POINTS 0x70B9u
#define ONE    0x4E00u

static bool counts_so(const gm_view *view, size_t start, size_t unit, size_t at) {
  if (view->cp[unit] != 0x9053 && view->cp[start] == ONE) return false; /* 一句话, 一点要求 */
  if (view->cp[unit] == POINTS && (gm_view_match_before(view, start, "午") || gm_view_match_before(view, start, "晨") ||
                                   gm_view_match_before(view, start, "上") || gm_view_match_before(view, start, "夜")))
    return false;
  for (size_t i = 0; i < sizeof counted_so / sizeof *counted_so; i++) {
    const char *const *thing = counted_so[i].things;
    for (; counted_so[i].unit == view->cp[unit] && *thing; thing++)
      if (gm_view_match(view, at, *thing)) return true;
  }
  return false;
}

/* Behind 成 these make a word with it: 成员 成果 成绩 成功 成立 … */
static const char16_t second_of_words[] =
    u"员果绩功立本年品就长分份交都熟片套人型规效为了团灾语因见册像网链群百千倍批对"
    u"才材家婚亲行形书文败药衣色仁德武华渝飞吉化龙名瘾虫岩矿活事天日新";

/* 七成学生, 近七成成员单位: is 成, which ends before `end`, tenths of what stands there? Not where it begins a word
 * (七成新, 三成立), nor in a name (王三成同志). */
static bool tenths_of(const gm_view *view, const gm_reading *r, size_t end) {
  uint32_t before = r->start ? view->cp[r->start - 1] : 0;
  if (r->approx != r->approx_end) return true; /* 近六成为女性 */
  if (r->start && han(view, r->start - 1) &&
      !gm_one_of(before, u"有占市县区镇乡村校国省州街院司厂季度年月中里内外其的"))
    return false;
  if (gm_pair_at(
          view, end,
          u"员工年轻人员人口人才人群家庭家长群众群体行业行政网民网友网点新增新生新建品牌品种本地本科果农药品药店文物事"
          u"故事项化工交易团员百姓对象活动"))
    return true;
  for (size_t i = 0; second_of_words[i]; i++)
    if (view->cp[end] == second_of_words[i]) return false;
  return true;
}

/* A unit that may stand at `at` behind a numeral of this script; 个小时 and 个批次 count as 小时 and 批次. */
static bool read_unit(const gm_view *view, size_t at, bool by_digits, gm_reading *r) {
  gm_unit_place place;
  size_t n, m, from = at;
  uint16_t unit = gm_unit_find(view, at, &n, &place);
  if (unit == GM_UNIT_PIECE) {
    gm_unit_place inner_place;
    uint16_t inner = gm_unit_find(view, at + 1, &m, &inner_place);
    if (inner && m > 1 && (gm_units[inner].unit_class == GM_CLASS_TIME || inner == GM_UNIT_BATCHES)) {
      unit = inner;
      from = at + 1;
      n = m;
    }
  }
  bool fits = by_digits && place != GM_UNIT_BARE && unit != GM_UNIT_TENTHS && unit != GM_UNIT_GREAT;
  if (unit && !fits) {
    size_t end = from + n;
    uint32_t next = view->cp[end];
    bool long_measure = gm_units[unit].unit_class == GM_CLASS_MEASURE && r->number_end > r->start + 2;
    /* 两千字, 三百株: a word seldom begins with so much */
    bool hundreds = r->number_end > r->start + 1 && gm_one_of(view->cp[r->number_end - 1], u"百千万");
    if (place == GM_UNIT_DIGITS && !by_digits && !long_measure && !hundreds &&
        !(unit == GM_UNIT_DEGREE && gm_view_match_before(view, r->start, "零下")) &&
        !counts_so(view, r->start, from, end))
      unit = 0;
    if (place == GM_UNIT_BARE && han(view, end) && !numeral(view, end) &&
        !(by_digits && gm_one_of(next, u"等共的和及均每、")))
      unit = 0;
    if (place == GM_UNIT_BARE && !by_digits && view->cp[r->start] != 0x4E24 && gm_one_of(view->cp[from], u"星州"))
      unit = 0;
    if (unit == GM_UNIT_PLACE && !by_digits && view->cp[r->start] == 0x56DB && han(view, end)) unit = 0; /* 四处寻找 */
    if ((unit == GM_UNIT_MACHINE || unit == GM_UNIT_TREE) && !by_digits && gm_one_of(next, u"山松"))
      unit = 0; /* 五台山 */
    if (unit == GM_UNIT_TENTHS && han(view, end) && !gm_one_of(next, u"以多左的半") && !numeral(view, end) &&
        !tenths_of(view, r, end))
      unit = 0; /* 成立 成功 成员 */
    if (unit == GM_UNIT_GREAT && !great_things(view, end) && (by_digits || !han(view, end) || !han(view, end + 1)))
      unit = 0;
  }
  if (!unit) return false;
  r->figure.unit = unit == GM_UNIT_RENMINBI ? GM_UNIT_YUAN : unit;
  r->unit = from;
  r->unit_end = from + n;
  return true;
}

/* A measure word that is in no row: one Han character between digits and a mark: 20问》. Two are a name: 12345热线. */
static bool read_unknown_unit(const gm_view *view, size_t at, gm_reading *r) {
  size_t length;
  if (!han(view, at) || numeral(view, at) || (han(view, at + 1) && !numeral(view, at + 1))) return false;
  if (gm_word_find(view, at, &length) || gm_one_of(view->cp[at], u"后前时多余内里起来以的许附快送返卖买网路室旬上下"))
    return false;
  r->unit = at;
  r->unit_end = at + 1;
  return true;
}

/* No tens in it that 多 could be more than: 3多种 does not occur. */
static bool small_integer(const gm_reading *r) {
  return !(r->figure.numeral_flags & GM_NUMERAL_SCALED) && gm_decimal_compare(r->figure.value, gm_decimal_of(10)) < 0;
}

/* 余 多 来 behind the numeral (300余人, 十来个) or behind its unit (两年多). */
static size_t read_more(const gm_view *view, size_t at, gm_reading *r) {
  uint32_t c = view->cp[at];
  if (!gm_one_of(c, u"余馀多来")) return 0;
  if (c == YU_KEPT) c = YU;
  if (c == LAI && (at == r->number_end ? r->figure.numeral_flags & GM_NUMERAL_POINT : true)) return 0;
  bool in_word =
      gm_one_of(view->cp[at + 1], u"样元媒功边") && gm_one_of(view->cp[at + 2], u"化体能性形态"); /* 多媒体 */
  if (c == DUO && (in_word || (at == r->number_end && small_integer(r)))) return 0;
  size_t n = c == YU || view->cp[at + 1] != YU ? 1 : 2; /* 多余 is a slip for either */
  r->figure.approx = GM_APPROX_MORE;
  r->approx = at;
  r->approx_end = at + n;
  return n;
}

/* 万 亿 behind 余 or 多: 300余万 is 300万 and more. */
static size_t read_power(const gm_view *view, size_t i, gm_reading *r) {
  int power = view->cp[i] == 0x4E07 ? 4 : view->cp[i] == 0x4EBF ? 8 : 0;
  gm_decimal value, place, unit;
  if (!power || !gm_decimal_shift(r->figure.value, power, &value) || !gm_decimal_shift(r->place, power, &place) ||
      !gm_decimal_shift(r->unit_value, power, &unit))
    return 0;
  r->figure.value = value;
  r->place = place;
  r->unit_value = unit;
  r->figure.numeral_flags |= GM_NUMERAL_SCALED;
  return 1;
}

/* 以上 左右 … behind the unit. */
static size_t read_bound(const gm_view *view, size_t at, gm_reading *r) {
  static const struct {
    const char *text;
    uint8_t approx;
  } rows[] = {{"及以上", GM_APPROX_LEAST},     {"以上", GM_APPROX_LEAST},     {"及以下", GM_APPROX_MOST},
              {"以下", GM_APPROX_MOST},        {"以内", GM_APPROX_MOST},      {"之内", GM_APPROX_MOST},
              {"左右", GM_APPROX_ABOUT},       {"上下", GM_APPROX_ABOUT},     {"之上", GM_APPROX_LEAST},
              {"之下", GM_APPROX_MOST},        {"或以上", GM_APPROX_LEAST},   {"或以下", GM_APPROX_MOST},
              {"（含）以上", GM_APPROX_LEAST}, {"（含）以下", GM_APPROX_MOST}};
  if (!gm_one_of(view->cp[at], u"及以之左上或（")) return 0;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    size_t n = gm_view_match(view, at, rows[i].text);
    if (!n) continue;
    if (r->approx == r->approx_end) {
      r->figure.approx = rows[i].approx;
      r->approx = at;
      r->approx_end = at + n;
    }
    if (rows[i].approx != GM_APPROX_ABOUT) r->figure.roles |= GM_ROLE_THRESHOLD;
    return n;
  }
  return 0;
}

/* 建党百年, 诞辰百年: the one bare 百 that counts. */
static bool hundred_years(const gm_view *view, const gm_reading *r) {
  if (gm_units[r->figure.unit].same_as != GM_UNIT_YEAR || r->start < 2) return false;
  return gm_pair_at(view, r->start - 2, u"建党建校建国建院建馆建军成立诞辰创办创立");
}

/* A number of years, days … at `at`. */
static bool span_at(const gm_view *view, size_t at) {
  gm_numeral n;
  gm_unit_place place;
  size_t length, taken = numeral(view, at) ? gm_numeral_read(view, at, &n) : 0;
  return taken && gm_units[gm_unit_find(view, at + taken, &length, &place)].unit_class == GM_CLASS_TIME;
}

/* Words that a Han numeral may be part of: the numeral reads as a number only where none of this holds. */
static bool part_of_word(const gm_view *view, const gm_reading *r, const gm_numeral *n) {
  uint32_t first = view->cp[r->start], last = view->cp[r->number_end - 1];
  size_t length = r->number_end - r->start;
  if (numeral(view, r->number_end) && view->cp[r->number_end] != 0x4E24) return true; /* 十四五, 万一; 五十两 */
  if (length == 1 && n->value.digits == 0) return true;                               /* 零部件 */
  if (r->figure.unit == GM_UNIT_PROVINCE && r->start && view->cp[r->start - 1] == 0x4E1C) return true; /* 东三省 */
  if (gm_view_match(view, r->start, "八项规定") || gm_view_match(view, r->start, "三元里")) return true;
  if (r->start && view->cp[r->start - 1] == OPENQ && view->cp[r->unit] == 0x7C7B) return true; /* “四类干部” */
  if ((n->flags & GM_NUMERAL_POSITIONAL) && !(n->flags & GM_NUMERAL_POINT)) {
    bool zero = false;
    for (size_t i = r->start; i < r->number_end; i++) zero |= view->cp[i] == 0x3007;
    if (!zero) return true; /* 七一, 五四, 九五 */
  }
  if (length == 1 && gm_one_of(first, u"陆伍拾柒捌玖肆叁壹贰佰仟") &&
      gm_units[r->figure.unit].unit_class != GM_CLASS_MONEY)
    return true;
  if (gm_one_of(first, u"百千万亿兆佰仟") && r->approx == r->approx_end && !hundred_years(view, r))
    return true; /* 百姓 千方百计 万元 */
  if (r->start && length == 1 &&
      (gm_one_of(view->cp[r->start - 1], u"周初") ||
       (view->cp[r->start - 1] == 0x671F && gm_view_match_before(view, r->start, "星期"))))
    return true; /* 周三, 星期五, 初二 */
  if (r->figure.unit == GM_UNIT_GREAT &&
      (n->value.digits > 10 || (r->start && gm_one_of(view->cp[r->start - 1], u"的共届")))) /* 党的二十大 */
    return true;
  if (gm_units[r->figure.unit].unit_class == GM_CLASS_TIME && span_at(view, r->unit_end)) return false; /* 三天两夜 */
  /* 三番五次, 五位一体: numeral, word, numeral, word; not 三成五以上 */
  if (r->figure.unit != GM_UNIT_TENTHS && length == 1 && r->unit_end == r->unit + 1 && numeral(view, r->unit_end) &&
      han(view, r->unit_end + 1) && !numeral(view, r->unit_end + 1))
    return true;
  if (length == 1 && r->start > 1 && numeral(view, r->start - 2) && !numeral(view, r->start - 1) &&
      han(view, r->start - 1) && !gm_one_of(view->cp[r->start - 1], u"年月日天周的"))
    return true;
  return last == YI && length == 1 && !gm_one_counts(view, r);
}

/* 一 counts only as a span that is looked back on: 过去一年, 一年来, 一个月内. */
bool gm_one_counts(const gm_view *view, const gm_reading *r) {
  static const char *const before[] = {"过去", "近",   "回顾", "历时", "为期", "经过", "用了", "最近",
                                       "不足", "不到", "满",   "超过", "提前", "推迟", "延长", "缩短"};
  static const char *const behind[] = {"来", "以来", "内", "多", "里", "半"};
  if (r->figure.unit == GM_UNIT_DOUBLINGS) return true; /* 翻一番: readable sees to the rest */
  if (r->figure.unit == GM_UNIT_TENTHS)                 /* 占一成、…; not 一成不变 */
    return !han(view, r->unit_end) || numeral(view, r->unit_end) || r->approx < r->approx_end ||
           gm_one_of(view->cp[r->unit_end], u"以多左半");
  if (gm_units[r->figure.unit].unit_class != GM_CLASS_TIME) return false;
  if (r->figure.value.scale) return true; /* 一年半, 一个半月 */
  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (gm_view_match_before(view, r->start, before[i])) return true;
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
    if (gm_view_match(view, r->unit_end, behind[i])) return true;
  return false;
}

/* The kind a unit makes of a number. */
static void set_kind(const gm_view *view, gm_reading *r, const gm_numeral *n) {
  gm_figure *f = &r->figure;
  bool by_digits = n->flags & GM_NUMERAL_ARABIC;
  if (f->kind == GM_FIGURE_RANGE || f->kind == GM_FIGURE_EXPRESSION) return;
  switch (f->unit) {
    case GM_UNIT_POINTS:
    case GM_UNIT_POINTS_SHORT: f->kind = GM_FIGURE_POINTS; return;
    case GM_UNIT_TIMES:
    case GM_UNIT_DOUBLINGS: f->kind = GM_FIGURE_MULTIPLE; return;
    case GM_UNIT_ANNIVERSARY: f->kind = GM_FIGURE_ANNIVERSARY; return;
    case GM_UNIT_NUMBER: f->roles |= GM_ROLE_NUMBER_NAME; return;
    case GM_UNIT_FLOOR:
    case GM_UNIT_DECADE:
    case GM_UNIT_CENTURY:
    case GM_UNIT_TERM:
    case GM_UNIT_GRADE:
    case GM_UNIT_QUARTER: f->kind = GM_FIGURE_ORDINAL; return;
    case GM_UNIT_AGE: return;
    case GM_UNIT_CLASS_OF:
      if (n->value.digits >= 1900) f->kind = GM_FIGURE_ORDINAL; /* 2022级 */
      return;
    default: break;
  }
  switch ((gm_unit_class)gm_units[f->unit].unit_class) {
    case GM_CLASS_MONEY: f->kind = GM_FIGURE_MONEY; return;
    case GM_CLASS_PERCENT: f->kind = GM_FIGURE_PERCENT; return;
    case GM_CLASS_TIME: f->kind = GM_FIGURE_DURATION; return;
    case GM_CLASS_PERSON:
      if (gm_one_of(view->cp[r->unit_end], u"户间制桌床")) f->roles |= GM_ROLE_NUMBER_NAME; /* 2人户 */
      return;
    case GM_CLASS_MEASURE:
      if (gm_names_contest(view, r)) f->roles |= GM_ROLE_NUMBER_NAME;
      return;
    case GM_CLASS_COUNT:
      if (by_digits || r->approx != r->approx_end) return;
      if (view->cp[r->start] == ER && r->number_end == r->start + 1 && f->unit != GM_UNIT_PIECE)
        f->kind = GM_FIGURE_ORDINAL; /* 二期, 二类: two of them would be 两 */
      else if (n->value.digits < 100)
        f->kind = GM_FIGURE_CLAIM;
      return;
    default: return;
  }
}

#define SPAN_DIGITS 5 /* no span of time has more in one unit */
#define CODE_DIGITS 7 /* a longer number without unit, point or group is a telephone or an account */

static int bare_digits(const gm_numeral *n) {
  int count = 0;
  if (n->flags & (GM_NUMERAL_POINT | GM_NUMERAL_GROUPED | GM_NUMERAL_SCALED)) return 0;
  for (int64_t rest = n->value.digits; rest; rest /= 10) count++;
  return count;
}

/* A number without a unit counts where its look or the words before it say that it is one: 85.53, 3.2万, 降至85. */
static bool stands_alone(const gm_view *view, const gm_reading *r, const gm_numeral *n) {
  size_t end = r->end, start = r->start;
  if ((n->flags | r->figure.numeral_flags) & GM_NUMERAL_SCALED) /* 万 of 十多万 stands behind 多 */
    return !gm_one_of(view->cp[start], u"百千万亿兆") || r->approx != r->approx_end;
  if (!(n->flags & GM_NUMERAL_ARABIC)) return false;
  if (gm_sign_money(view, r)) return true;
  bool code = r->number_end > start + 1 && view->cp[start] == '0' && !(n->flags & GM_NUMERAL_POINT); /* 000123 */
  if (code || gm_one_of(view->cp[end], u"旬") || bare_digits(n) > CODE_DIGITS) return false;
  if (r->approx != r->approx_end || (n->flags & GM_NUMERAL_GROUPED)) return true;
  size_t length;
  const gm_word *word = gm_word_find(view, end, &length);
  if ((n->flags & GM_NUMERAL_POINT) && word && word->flags) return true; /* 由89.16降至85.53 */
  bool bounded = r->approx >= end && r->approx_end > end;                /* 1000万以上, 3.60之上 */
  if (bounded) return true;
  bool closed = !(view->cls[end] & (GM_HAN | GM_LATIN)) && !gm_one_of(view->cp[end], u"./_-:+=×÷*");
  if (!closed) return false;
  const char *raw = view->raw.ptr;
  bool cell = start > 1 && view->cp[start - 1] == ' ' &&
              (view->cp[start - 2] == ' ' || raw[view->raw_at[start - 1]] != ' ') &&
              (end == view->count || view->cp[end] == ' ');
  if (cell) return true;
  if (!start) return false;
  return gm_one_of(view->cp[start - 1], u"为达至到是约近共计") || gm_view_match_before(view, start, "超过");
}

static void add_half(gm_reading *r) {
  gm_decimal_add(r->figure.value, (gm_decimal){5, 1}, &r->figure.value);
  r->unit_value = (gm_decimal){5, 1};
}

/* 4分多钟, 一分半钟: what is more stands within the unit. */
static bool read_minutes(const gm_view *view, size_t at, gm_reading *r) {
  if (view->cp[at] != FEN || !gm_one_of(view->cp[at + 1], u"多半") || view->cp[at + 2] != ZHONG) return false;
  if (view->cp[at + 1] == BAN) {
    add_half(r);
  } else {
    r->figure.approx = GM_APPROX_MORE;
    r->approx = at + 1;
    r->approx_end = at + 2;
  }
  r->figure.unit = GM_UNIT_MINUTE;
  r->unit = at;
  r->unit_end = at + 3;
  return true;
}

/* Is 分 behind a number of minutes: 1分30秒, 2小时15分? */
static bool minutes(const gm_view *view, const gm_reading *r) {
  size_t i = r->unit_end, digits = 0;
  if (r->start && view->cp[r->start - 1] == 0x65F6) return true; /* 时 */
  while (digits < 3 && digit(view, i + digits)) digits++;
  return digits && view->cp[i + digits] == 0x79D2; /* 秒 */
}

/* Characters of a second measure word in brackets behind the unit: 86254件（套）, 37部（篇）. */
static size_t other_measure(const gm_view *view, size_t at) {
  size_t length;
  gm_unit_place place;
  if (view->cp[at] != 0xFF08 || !gm_unit_find(view, at + 1, &length, &place)) return 0;
  return view->cp[at + 1 + length] == 0xFF09 ? length + 2 : 0;
}

/* 31微克每立方米, 60公里每小时: does 每 stand for the stroke of a measure? Before 亩 and 人 it begins what is told of each. */
static bool says_per(const gm_view *view, size_t at, const gm_reading *r) {
  static const char *const measures[] = {"立方米", "平方公里", "升", "毫升", "小时", "秒", "分钟", "千克"};
  if (!gm_view_match(view, at, "每") || gm_units[r->figure.unit].unit_class != GM_CLASS_MEASURE) return false;
  for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
    size_t n = gm_view_match(view, at + 1, measures[i]);
    if (n) return !digit(view, at + 1 + n);
  }
  return false;
}

/* Reads what may follow the numeral: more, a unit, a half, 多, a rate's divisor, 以上. */
static void read_tail(const gm_view *view, gm_reading *r, const gm_numeral *n) {
  bool by_digits = n->flags & GM_NUMERAL_ARABIC;
  size_t i = r->number_end;
  if (by_digits && view->cp[i] == ' ' && !(n->flags & GM_NUMERAL_SCALED) && read_power(view, i + 1, r)) {
    r->number_end = i += 2; /* 240 万元 */
  } else {
    bool parted = by_digits && view->cp[i] == ' ' && gm_one_of(view->cp[i + 1], u"余馀") && /* 260 余人, not 3.2 余额 */
                  !gm_one_of(view->cp[i + 2], u"额下数款热地力粮");
    size_t more = read_more(view, i + parted, r);
    if (more) i += parted + more;
    if (i > r->number_end) i += read_power(view, i, r);
  }
  if (view->cp[i] == CLOSEQ && r->figure.kind == GM_FIGURE_EXPRESSION) i++;
  size_t unit_at = i + (view->cp[i] == ' ' && by_digits);
  r->unit = r->unit_end = i;
  bool unit = read_minutes(view, unit_at, r) ||
              read_unit(view, unit_at, by_digits || r->figure.approx == GM_APPROX_VAGUE, r);
  if (!unit && by_digits && unit_at == i) read_unknown_unit(view, i, r);
  if (unit && r->figure.unit == GM_UNIT_PIECE &&
      gm_one_of(view->cp[r->unit_end], u"多余半来")) { /* 3个多月, 两个半小时 */
    gm_reading inner = *r;
    if (read_unit(view, r->unit_end + 1, true, &inner) && gm_units[inner.figure.unit].unit_class == GM_CLASS_TIME) {
      if (inner.figure.unit == GM_UNIT_MONTH_OF) inner.figure.unit = GM_UNIT_MONTH;
      if (view->cp[r->unit_end] == BAN)
        add_half(r);
      else
        read_more(view, r->unit_end, r);
      r->figure.unit = inner.figure.unit;
      r->unit_end = inner.unit_end;
    } else if (view->cp[r->unit_end + 1] == 0x6708) { /* 个多月 */
      if (view->cp[r->unit_end] == BAN)
        add_half(r);
      else
        read_more(view, r->unit_end, r);
      r->figure.unit = GM_UNIT_MONTH;
      r->unit_end += 2;
    }
  }
  i = r->end = r->unit_end > i ? r->unit_end : i;
  if (unit && by_digits) i = r->end += other_measure(view, i);
  if (unit && r->figure.unit == GM_UNIT_MONTH_OF && view->cp[i] == 0x4EFD) r->end = ++i; /* 1—11月份 */
  if (!unit) {
    if (r->unit_end > r->unit || by_digits) read_bound(view, i, r);
    return;
  }
  if (r->figure.unit == GM_UNIT_MARK && minutes(view, r)) r->figure.unit = GM_UNIT_MINUTE;
  if (view->cls[i] & (GM_PAUSE | GM_STOP)) return; /* most figures end their clause */
  if (gm_units[r->figure.unit].unit_class == GM_CLASS_TIME) {
    if (view->cp[i] == BAN && gm_one_of(view->cp[i - 1], u"年天周")) { /* 两年半 */
      add_half(r);
      r->end = ++i;
    }
    if (r->approx == r->approx_end) {
      i += read_more(view, i, r);
      if (r->approx_end == i && r->approx < i) r->end = i;
    }
  }
  gm_unit_place place;
  size_t length;
  /* 六成多 */
  if (gm_units[r->figure.unit].unit_class == GM_CLASS_PERCENT && r->approx == r->approx_end) {
    i += read_more(view, i, r);
    if (r->approx_end == i) r->end = i;
  }
  bool per = view->cp[i] == '/' || says_per(view, i, r), times = view->cp[i] == 0xB7 || view->cp[i] == 0x2022 || view->cp[i] == 0x22C5;
  if ((per || times) && gm_unit_find(view, i + 1, &length, &place)) { /* 元/吨, kW·h */
    if (per) r->figure.roles |= GM_ROLE_EACH;
    r->figure.unit = 0;
    r->unit_end = r->end = i + 1 + length;
    i = r->end;
  }
  read_bound(view, i, r);
}

static bool readable(const gm_view *view, gm_reading *r, const gm_numeral *n) {
  bool by_digits = n->flags & GM_NUMERAL_ARABIC;
  bool has_unit = r->unit_end > r->unit;
  if (r->figure.unit == GM_UNIT_DOUBLINGS &&
      !(gm_view_match_before(view, r->start, "翻") || gm_view_match_before(view, r->start, "翻了")))
    return false;
  if (!by_digits && part_of_word(view, r, n)) return false;
  if (gm_units[r->figure.unit].unit_class == GM_CLASS_TIME && bare_digits(n) > SPAN_DIGITS)
    return false; /* 20122015年 */
  return has_unit || stands_alone(view, r, n);
}

/* Is it told in tenths or thousandths: 三成, 3‰? */
static bool in_tenths(const gm_reading *r) {
  return r->figure.unit == GM_UNIT_TENTHS || r->figure.unit == GM_UNIT_PERMILLE;
}

static void shift(gm_reading *r, int power) {
  gm_interval *in = &r->figure.interval;
  gm_decimal *const all[] = {&r->figure.value, &r->unit_value, &r->place, &in->low, &in->high};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) gm_decimal_shift(*all[i], power, all[i]);
}

/* 4分钱, 五毛钱: in 元. */
static void to_yuan(gm_reading *r) {
  uint16_t unit = r->figure.unit;
  if (unit != GM_UNIT_FEN && unit != GM_UNIT_JIAO && unit != GM_UNIT_MAO) return;
  shift(r, unit == GM_UNIT_FEN ? -2 : -1);
  r->figure.unit = GM_UNIT_YUAN;
}

/* 三成, 六成五, 千分之三 …: in percent. */
static void to_percent(const gm_view *view, gm_reading *r) {
  bool tenths = r->figure.unit == GM_UNIT_TENTHS;
  shift(r, tenths ? 1 : -1);
  r->figure.unit = GM_UNIT_PERCENT;
  gm_numeral rest;
  bool half = view->cp[r->end] == BAN;
  if (!tenths ||
      (!half && (!numeral(view, r->end) || gm_numeral_read(view, r->end, &rest) != 1 || rest.value.digits > 9)))
    return;
  gm_decimal_add(r->figure.value, half ? gm_decimal_of(5) : rest.value, &r->figure.value);
  r->unit_value = r->place = gm_decimal_of(1);
  read_bound(view, ++r->end, r); /* 四成半以上 */
}

size_t gm_quantity_read(const gm_view *view, size_t at, gm_reading *r) {
  gm_numeral n = {0};
  gm_interval vague;
  size_t taken = digit(view, at) ? 0 : gm_numeral_vague(view, at, &vague);
  if (taken) {
    r->figure.approx = GM_APPROX_VAGUE;
    r->figure.value = vague.low;
    r->number_end = at + taken;
    n.flags = GM_NUMERAL_HAN;
    read_tail(view, r, &n);
    r->figure.approx = GM_APPROX_VAGUE;
    r->figure.interval = vague;
    r->figure.numeral_flags = n.flags;
    if (r->approx == r->approx_end) r->approx = r->start, r->approx_end = r->number_end;
    if (!r->figure.unit || (view->cp[at] == 0x51E0 && taken == 1 && r->figure.unit == GM_UNIT_FLOOR)) return 0;
    set_kind(view, r, &n);
    if (in_tenths(r)) to_percent(view, r);
    to_yuan(r);
    gm_sign_apply(view, r);
    return r->end - at;
  }
  taken = gm_numeral_read(view, at, &n);
  if (!taken) return 0;
  r->number_end = at + taken;
  r->figure.value = n.value;
  r->figure.numeral_flags = n.flags;
  r->unit_value = n.unit;
  r->place = n.place;
  if (gm_one_of(view->cp[r->number_end], GM_EXPRESSION_MARKS))
    r->number_end += gm_expression_read(view, r->number_end, &n, r);
  gm_decimal low = r->figure.interval.low, high = r->figure.interval.high;
  if (r->figure.kind == GM_FIGURE_FRACTION) {
    r->unit = r->unit_end = r->end = r->number_end;
    if (n.flags & GM_NUMERAL_ARABIC && read_unit(view, r->end, true, r)) r->end = r->unit_end; /* 243/256项 */
    read_bound(view, r->end, r);
    return r->end - at;
  }
  if (r->figure.kind == GM_FIGURE_RATIO) {
    r->unit = r->unit_end = r->end = r->number_end;
    return r->end - at;
  }
  read_tail(view, r, &n);
  if (!readable(view, r, &n)) return 0;
  if (!r->figure.unit && r->unit == r->unit_end) r->figure.unit = gm_sign_money(view, r);
  set_kind(view, r, &n);
  if (r->figure.kind == GM_FIGURE_RANGE) {
    r->figure.interval = (gm_interval){low, high, false, false};
    r->figure.approx = GM_APPROX_NONE;
  }
  if (in_tenths(r)) to_percent(view, r);
  to_yuan(r);
  gm_sign_apply(view, r);
  return r->end - at;
}

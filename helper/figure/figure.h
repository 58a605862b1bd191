/* Figures: every quantity, amount, percentage, date, ordinal … of a line as a record. checks.md, sections 0 and 9. */
#ifndef GM_FIGURE_FIGURE_H
#define GM_FIGURE_FIGURE_H

#include "numeral/decimal.h"
#include "numeral/numeral.h"
#include "outline/outline.h"

typedef enum gm_figure_kind {
  GM_FIGURE_QUANTITY,    /* 361项 */
  GM_FIGURE_MONEY,       /* 16.3万元: value in 元 */
  GM_FIGURE_PERCENT,     /* 90.40%, 百分之五, 五成: value in percent with its printed zeros */
  GM_FIGURE_POINTS,      /* 1.4个百分点 */
  GM_FIGURE_MULTIPLE,    /* 3倍, 翻两番 */
  GM_FIGURE_FRACTION,    /* 三分之一, 2/3 */
  GM_FIGURE_DATE,        /* 2024年3月5日, 3月5日, 2024-03-05, 10月 */
  GM_FIGURE_YEAR,        /* 2023年, 2022年度 */
  GM_FIGURE_TIME,        /* 9:30, 下午3时 */
  GM_FIGURE_DURATION,    /* 三个月, 36小时, 两年 */
  GM_FIGURE_ORDINAL,     /* 第三批, 第4届 */
  GM_FIGURE_ANNIVERSARY, /* 100周年 */
  GM_FIGURE_CLAIM,       /* a count announced: 三个方面, “四种机制”, 七进 */
  GM_FIGURE_RANGE,       /* 3～5个: low and high are the ends */
  GM_FIGURE_RATIO,       /* 3:1, 12.4∶58.3∶29.4: value, low and high are the first three terms */
  GM_FIGURE_EXPRESSION   /* 10+59个 */
} gm_figure_kind;

typedef enum gm_approximator {
  GM_APPROX_NONE,
  GM_APPROX_MORE,  /* 余 多 来: (n, n + place) */
  GM_APPROX_NEAR,  /* 近 将近 不足 不到 接近: [0.9 n, n) */
  GM_APPROX_OVER,  /* 超 超过 逾 突破 多于: (n, n + place] */
  GM_APPROX_ABOUT, /* 约 左右 上下 大约: 10 % either way */
  GM_APPROX_LEAST, /* 至少 不少于 以上: >= n */
  GM_APPROX_MOST,  /* 至多 不超过 以下 以内: <= n */
  GM_APPROX_VAGUE  /* 几 数 十几: an interval of its own */
} gm_approximator;

/* The part a figure plays, as the words beside it say; a set of bits. The linking rules stand on these. "Before" means
 * in the same clause, behind the figure before; links (为 有 达 约) and approximators do not count as words between. */
enum {
  GM_ROLE_TOTAL = 1 << 0, /* 共 总 合计 累计 共计 总计 现有 before, or 总数 总量 before as its noun */
  GM_ROLE_OF_WHICH = 1 << 1, /* behind 其中 包括 含, to the end of the sentence or of the brackets it stands in */
  GM_ROLE_WHOLE_LEAD = 1 << 2, /* N U…中， or N U…，其中 or N U…。其中: anchors a whole */
  GM_ROLE_SHARE = 1 << 3,      /* of a percentage: 占 占比 比重 before */
  GM_ROLE_RATE = 1 << 4,       /* of a percentage: its noun ends in 率 */
  GM_ROLE_UP = 1 << 5, /* a delta: 增加 净增 增长 上升 提高 at most 8 characters before, no 到 or 至 behind it */
  GM_ROLE_DOWN = 1 << 6,        /* a delta: 减少 下降 降低, the same */
  GM_ROLE_FROM = 1 << 7,        /* 由 从 right before */
  GM_ROLE_TO = 1 << 8,          /* 至 到 增加到 降至 right before; not 达到, not 截至 */
  GM_ROLE_THRESHOLD = 1 << 9,   /* 以上 以下 以内 behind, 至少 不少于 至多 不超过 before */
  GM_ROLE_EACH = 1 << 10,       /* 每 平均 人均 各 at most 8 characters before, or 元/吨 */
  GM_ROLE_PAREN = 1 << 11,      /* inside （） */
  GM_ROLE_TITLE = 1 << 12,      /* inside 《》 */
  GM_ROLE_QUOTE = 1 << 13,      /* inside “” */
  GM_ROLE_COMPARED = 1 << 14,   /* 比 较 同比 环比 before, or behind 与…相比， to the next ； or stop */
  GM_ROLE_LIST_TOTAL = 1 << 15, /* 等 right before: 甲、乙等9个 */
  GM_ROLE_ADDED = 1 << 17,      /* 新增 before, and with it UP: an amount of its own, not the difference of two */
  GM_ROLE_NUMBER_NAME = 1 << 16 /* the name or number of something: 2人户, 17号, 〔2024〕 */
};

#define GM_NO_SECOND 60
#define GM_UNBOUNDED INT64_C(999999999999999999) /* digits of a high bound that there is not: 不少于300人 */

/* One figure, a fact of its line. Offsets are raw bytes of the line. `start` is the first digit, or the sign or 第
 * before it (an approximator before stands apart in approx_start), `end` is after the unit. */
typedef struct gm_figure {
  uint32_t start, end;
  uint32_t number_end;               /* after the numeral, before the unit */
  uint32_t approx_start, approx_end; /* equal when there is none */
  uint32_t unit_start, unit_end;     /* equal when there is none */
  uint32_t noun_start, noun_end;     /* equal when there is none; before or behind the figure */
  uint32_t verb_start, verb_end;     /* the nearest verb or word of change before it in the clause (增加, 发放) */
  uint32_t period_start, period_end; /* the time it is told of, in the same line: the last year, date, quarter or 今年
                                        去年 before it; a date has itself */
  gm_decimal value;                  /* in the base unit: 元; 万 and 亿 expanded */
  gm_interval interval;
  gm_date date;      /* of dates, years; year, month or day 0 when not given */
  uint32_t parts[2]; /* TIME: hour, minute; DATE with an hour: 1 + minutes of the day, second or GM_NO_SECOND; FRACTION,
                        RATIO of two whole numbers: 1, 3, of others: how many terms, 0; EXPRESSION: 10, 59; CLAIM of
                        many: how many, and their numbers in base 100 (三亮三比三争: 3, 30303); else 0 */
  uint32_t roles;
  uint32_t noun_hash;        /* of the folded noun, 0 when there is none, or none but 每次 or 人均 */
  uint32_t verb_hash;        /* of the verb or qualifier beside it, 0 when there is none */
  uint16_t unit;             /* gm_unit id; 0 = none, or a measure word that is in no row (unit_start < unit_end) */
  uint16_t sentence, clause; /* 0-based within the line; a clause ends at ， ； ： or a stop, a sentence at a stop */
  uint16_t numeral_flags;    /* GM_NUMERAL_ bits */
  uint8_t kind;              /* gm_figure_kind */
  uint8_t approx;            /* gm_approximator */
  uint8_t weekday;           /* of a date: 1 Monday … 7 Sunday, 0 not given */
  bool verified;             /* a share, sum or change of the same line agrees with it; false when nothing tells */
} gm_figure;

typedef struct gm_figures {
  gm_figure *items;
  uint32_t count;
} gm_figures;

/* The byte at which it begins with its approximator, where that stands before the number: 近300人. */
static inline uint32_t gm_figure_from(const gm_figure *f) {
  return f->approx_end > f->approx_start && f->approx_start < f->start ? f->approx_start : f->start;
}

typedef GM_ARRAY(gm_figure) gm_figure_array;

/* Unit classes: figures can be compared only within one (checks.md, section 0, rule 6). */
typedef enum gm_unit_class {
  GM_CLASS_NONE,
  GM_CLASS_COUNT,  /* 项 件 个 …: each its own class but for synonyms */
  GM_CLASS_PERSON, /* 人 名 位 */
  GM_CLASS_VISIT,  /* 人次 件次 … */
  GM_CLASS_MONEY,
  GM_CLASS_MEASURE, /* 米 平方米 公里 吨 … */
  GM_CLASS_TIME,    /* 年 个月 天 小时 … */
  GM_CLASS_PERCENT,
  GM_CLASS_DATE
} gm_unit_class;

typedef struct gm_unit {
  const char *name;   /* in the analysis alphabet */
  uint8_t unit_class; /* gm_unit_class */
  uint16_t same_as;   /* id of the unit it counts the same as; its own id when none */
  bool exact;         /* a plain integer of it is exact (人 件 项 …) */
} gm_unit;

/* The unit of an id: gm_unit_count rows, row 0 = none. */
extern const gm_unit gm_units[];
extern const uint16_t gm_unit_count;

/* checks.md, section 0, rule 6: of one unit, or of one money, so that they can be added and divided. */
static inline bool gm_comparable(const gm_figure *a, const gm_figure *b) {
  return a->unit && b->unit && gm_units[a->unit].same_as == gm_units[b->unit].same_as;
}

/* Appends the figures of one line in order of start. Depends on the line alone. */
void gm_figures_scan(const gm_view *view, gm_figure_array *out);

/* A range of months: 5至8月. */
bool gm_figure_is_months(const gm_figure *figure);

/* The id of the unit that lists show: a range of months has that of dates. */
uint16_t gm_figure_shown_unit(const gm_figure *figure);

/* Appends the value as JSON prints it: "163000", "90.40%" is "90.40", "1.4" for points, "3..5" for ranges and vague
 * numbers, "2021-09-27", "2021-09-27T10:37", "2024-03", "--03-14", "---05" for a day alone, "09:30", "1/3",
 * "--05..--08" for months,
 * "9.8:66.7:23.6", "69(10+59)", "3/3/3". */
void gm_figure_value(const gm_figure *figure, gm_buffer *out);

/* Appends an end of its interval; dates, times and ratios have none but themselves. False, and nothing appended, when
 * it has no bound there (不少于300人). */
bool gm_figure_bound(const gm_figure *figure, bool high, gm_buffer *out);

/* The kind's name for JSON. */
const char *gm_figure_kind_name(gm_figure_kind kind);

#endif

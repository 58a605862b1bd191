/* The outline: marker candidates (facts of a line) and the join that makes runs, headings and the tree of them.
 * outline.md is the specification. */
#ifndef GM_OUTLINE_OUTLINE_H
#define GM_OUTLINE_OUTLINE_H

#include "text/edit.h"
#include "text/kind.h"
#include "text/view.h"

typedef enum gm_section_kind {
  GM_SECTION_TITLE,
  GM_SECTION_HEADING,
  GM_SECTION_NUMBERED,
  GM_SECTION_INLINE,
  GM_SECTION_ARTICLE,
  GM_SECTION_LABEL
} gm_section_kind;

/* Families of markers; a run is of one family. */
typedef enum gm_family {
  GM_FAMILY_NONE,           /* headings, titles, labels without number */
  GM_FAMILY_HAN,            /* 一、 */
  GM_FAMILY_HAN_PAREN,      /* （一） */
  GM_FAMILY_ARABIC,         /* 1. 1、 as line markers */
  GM_FAMILY_ARABIC_PAREN,   /* （1） */
  GM_FAMILY_ARABIC_HALF,    /* 1） */
  GM_FAMILY_CIRCLED,        /* ① and the other signs of one code point */
  GM_FAMILY_DECIMAL,        /* 1.1, 1.1.1 */
  GM_FAMILY_CAPITAL,        /* 壹、 */
  GM_FAMILY_STEM,           /* 甲、 */
  GM_FAMILY_STEM_PAREN,     /* （甲） */
  GM_FAMILY_LETTER,         /* A. A) a) */
  GM_FAMILY_ROMAN,          /* Ⅰ. I. */
  GM_FAMILY_PART,           /* 第X编 篇 部分 */
  GM_FAMILY_CHAPTER,        /* 第X章 */
  GM_FAMILY_CLAUSE_SECTION, /* 第X节 */
  GM_FAMILY_ARTICLE,        /* 第X条 */
  GM_FAMILY_ATTACHMENT,     /* 附件1 */
  GM_FAMILY_LABEL,          /* 【前言】 */
  GM_FAMILY_IS,             /* 一是 */
  GM_FAMILY_MUST,           /* 一要 */
  GM_FAMILY_ORDINAL,        /* 第一， */
  GM_FAMILY_FIRST_NEXT,     /* 首先 其次 再次 最后 */
  GM_FAMILY_OF_THEM,        /* 其一 */
  GM_FAMILY_THEN,           /* 一则 */
  GM_FAMILY_COME,           /* 一来 */
  GM_FAMILY_INLINE_HAN,     /* 一，…；二，… in one paragraph */
  GM_FAMILY_INLINE_PAREN, /* （1）…；（2）… in one paragraph, and the other line markers when they stand so */
  GM_FAMILY_ASPECT,       /* 一方面…另一方面 */
  GM_FAMILY_COUNT
} gm_family;

/* A marker candidate, a fact of its line. Which candidates are sections is the join's to say. A short line that may be
 * an unnumbered heading or a title gives one too, of family GM_FAMILY_NONE. */
typedef struct gm_marker {
  uint32_t byte;      /* raw byte of the marker's first character */
  uint32_t end;       /* raw byte after the marker as `marker` gives it: 一、 （一） 一是 */
  uint32_t title;     /* raw byte at which the title begins */
  uint32_t title_end; /* raw byte at which it ends by its own stop (the join may cut it at the next inline item) */
  uint32_t words;     /* words of the line before the marker, counted as gm_look counts them */
  uint32_t hash;      /* of the title's clean letters: a line of a table of contents and its section hash alike */
  uint32_t path;      /* of a decimal marker: the parts before the last, ten bits each */
  int32_t number;     /* of family NONE: characters of the line's text */
  uint16_t flags;     /* for outline/ alone */
  uint8_t family;
  uint8_t depth; /* of a decimal marker: 1.1.1 is 3; number of #s of a Markdown heading; else 0 */
  uint8_t style; /* for outline/ alone: tells the signs and letters of one family apart */
} gm_marker;

typedef struct gm_markers {
  gm_marker *items;
  uint32_t count;
} gm_markers;

typedef GM_ARRAY(gm_marker) gm_marker_array;

typedef struct gm_section {
  gm_position start; /* first character of the marker, or of the heading's text */
  gm_position end;   /* exclusive; where the next section of the same or an outer level starts, or the draft's end. The
                        last item of an inline run ends with its paragraph. The draft's end is {count, 0}. */
  gm_position title, title_end; /* raw range of the title; title_end.line may be later (joined titles) */
  uint32_t marker_end;          /* raw byte, on start.line; = start.byte when there is no marker */
  int32_t number;               /* 0 when none */
  uint32_t parent;              /* index of the parent section, GM_NO_SECTION at the root */
  uint32_t previous;            /* previous item of the same run, GM_NO_SECTION for the first */
  uint32_t chars;               /* words from start to end as Word counts, noise lines left out */
  uint8_t kind;                 /* gm_section_kind */
  uint8_t family;               /* gm_family */
  uint8_t level;
  bool soft; /* may be a section or not (outline.md, section 1): shown, but not counted on */
} gm_section;

#define GM_NO_SECTION UINT32_MAX

/* What is wrong with a sequence: raw material of SEQ-01 and SEQ-02. */
typedef enum gm_fault_kind {
  GM_FAULT_GAP,         /* 一、三、 */
  GM_FAULT_DUPLICATE,   /* 四是 twice */
  GM_FAULT_ORDER,       /* 三、 二、 */
  GM_FAULT_GLUED,       /* an item glued to the line before: …落实到位。二、强化… */
  GM_FAULT_TORN,        /* a marker torn over two lines */
  GM_FAULT_WRONG_GLYPH, /* 笫 for 第 */
  GM_FAULT_MISNUMBERED, /* 五、九、七、: its neighbours tell what its number should be */
  GM_FAULT_CONTENTS,    /* a line of the table of contents; its section, of the same number, has another title */
  GM_FAULT_FORGOTTEN    /* within the join alone: another fault explains it */
} gm_fault_kind;

typedef struct gm_fault {
  gm_position at, end;          /* the marker at fault */
  gm_position other, other_end; /* its neighbour; other = at when there is none */
  int32_t expected, found;
  uint8_t kind; /* gm_fault_kind */
  uint8_t family;
  bool is_inline; /* SEQ-01, else SEQ-02 */
} gm_fault;

/* The join's result; reused from one join to the next. Zeroed = empty. */
typedef struct gm_outline {
  GM_ARRAY(gm_section) sections; /* in order of start */
  GM_ARRAY(gm_fault) faults;
  void *scratch; /* outline/ alone */
} gm_outline;

/* Appends the candidates of one line. Depends on the line alone. */
void gm_markers_scan(const gm_view *view, gm_marker_array *out);

/* What the joins see of a draft: parallel arrays with `count` lines. */
typedef struct gm_draft {
  size_t count;
  const gm_text *lines;
  const gm_look *looks;
  const gm_line_class *classes;
  const gm_markers *markers;
} gm_draft;

/* Makes outline->sections and ->faults anew. Near linear; looks at no text but to compare titles. */
void gm_outline_join(gm_outline *outline, const gm_draft *draft);
void gm_outline_free(gm_outline *outline);

/* Appends the title as `title` is printed: pinyin and ** removed, wrapped lines joined, at most 80 code points. */
void gm_section_title(const gm_section *section, const gm_text *lines, gm_pinyin_mode pinyin, gm_buffer *out);

/* The innermost section that holds `at`, GM_NO_SECTION when none. Binary search plus climbing. */
uint32_t gm_outline_at(const gm_outline *outline, gm_position at);

/* As in JSON: "heading", "numbered", …; a literal. */
const char *gm_section_kind_name(gm_section_kind kind);

#endif

/* Mojibake: text one byte off is read again, and clean text is left in peace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/gb.h"
#include "text/mojibake.h"
#include "text/utf8.h"

static const char *const sentences[] = {
    "今年以来，青石镇坚持党建引领，围绕群众急难愁盼的问题开展志愿服务活动",
    "各村要把防汛工作放在首位，严格落实值班制度，发现险情立即报告",
    "会议指出，基层治理要向下延伸，推动资源、服务、管理下沉到网格",
    "全镇现有图书室二十三个，藏书逐年增加，读者满意度稳步提升",
    "通過開展學習活動，廣大黨員幹部的思想認識得到了新的提高",
};
#define SENTENCES (sizeof sentences / sizeof *sentences)

/* GBK of a mark or an ideograph, by search: the library's own encoder is what is under test. */
static unsigned gbk(uint32_t cp) {
  for (unsigned lead = 0x81; lead <= 0xFE; lead++)
    for (unsigned trail = 0x40; trail <= 0xFE; trail++) {
      if (trail == 0x7F) continue;
      unsigned row = trail - (trail > 0x7F ? 0x41 : 0x40);
      if (gm_gb_decoded[(lead - 0x81) * GM_GB_TRAILS + row] == cp) return lead << 8 | trail;
    }
  return 0;
}

/* Writes `text` with the lead byte of its character `lost` made a `?`, decoded as GBK again; false when the byte that
 * stays is ASCII, so that only one character suffers. */
static bool break_text(const char *text, size_t lost, gm_buffer *out) {
  unsigned char bytes[512] = {0};
  size_t count = 0, index = 0, hole = 0;
  for (const char *p = text, *end = text + strlen(text); p < end; index++) {
    uint32_t cp;
    p += gm_utf8_decode(p, end, &cp);
    unsigned pair = gbk(cp);
    if (index == lost) hole = count;
    bytes[count++] = (unsigned char)(pair >> 8);
    bytes[count++] = (unsigned char)pair;
  }
  if (bytes[hole + 1] < 0x80) return false;
  bytes[hole] = '?';
  for (size_t i = 0; i < count;) {
    if (bytes[i] < 0x80) {
      gm_buffer_codepoint(out, bytes[i++]);
      continue;
    }
    if (i + 1 == count) break; /* the byte left over at the end of the line */
    unsigned trail = bytes[i + 1], row = trail - (trail > 0x7F ? 0x41 : 0x40);
    gm_buffer_codepoint(out, gm_gb_decoded[(bytes[i] - 0x81) * GM_GB_TRAILS + row]);
    i += 2;
  }
  return true;
}

static void reads_text_that_lost_a_byte(void **state) {
  (void)state;
  size_t tried = 0, recovered = 0;
  gm_mojibake_array found = {0};
  gm_buffer broken = {0}, text = {0};
  for (size_t s = 0; s < SENTENCES; s++) {
    size_t length = gm_utf8_count((gm_text){sentences[s], strlen(sentences[s])}, NULL);
    for (size_t lost = 0; lost + 5 < length; lost++) {
      broken.count = found.count = text.count = 0;
      if (!break_text(sentences[s], lost, &broken)) continue;
      tried++;
      gm_mojibake_scan((gm_text){broken.items, broken.count}, &found, &text);
      const char *rest = sentences[s];
      for (size_t i = 0; i <= lost; i++) {
        uint32_t cp;
        rest += gm_utf8_decode(rest, rest + 4, &cp);
      }
      /* All but the lost character and the last, whose second byte may be gone. */
      size_t want = strlen(rest) - 3, box = strlen("□");
      if (found.count != 1) continue;
      gm_buffer_add(&text, broken.items + found.items[0].end, broken.count - found.items[0].end);
      recovered += text.count >= box + want && !memcmp(text.items + box, rest, want);
    }
  }
  assert_in_range(tried, 80, 200);
  assert_in_range(recovered, tried * 9 / 10, tried);
  gm_array_free(&found);
  gm_array_free(&broken);
  gm_array_free(&text);
}

static void is_silent_on_question_marks(void **state) {
  (void)state;
  gm_mojibake_array found = {0};
  gm_buffer line = {0}, text = {0};
  for (size_t s = 0; s < SENTENCES; s++)
    for (size_t at = 3; at < strlen(sentences[s]); at += 3) {
      line.count = 0;
      gm_buffer_add(&line, sentences[s], at);
      gm_buffer_string(&line, "?");
      gm_buffer_string(&line, sentences[s] + at);
      gm_mojibake_scan((gm_text){line.items, line.count}, &found, &text);
      assert_int_equal(found.count, 0);
    }
  gm_mojibake_scan(GM_TEXT("什么是网格?怎样划分?由谁负责?"), &found, &text);
  assert_int_equal(found.count, 0);
  gm_array_free(&found);
  gm_array_free(&line);
  gm_array_free(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_text_that_lost_a_byte),
      cmocka_unit_test(is_silent_on_question_marks),
  };
  return cmocka_run_group_tests_name("mojibake", tests, NULL, NULL);
}

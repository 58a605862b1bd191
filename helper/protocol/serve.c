#include "protocol/serve.h"

#include <errno.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "protocol/session.h"

/* Bytes read before what came is taken in; input that keeps coming is read on up to the next round, so that 13,000
 * changes of one undo become one join. */
#define READ_BYTES ((size_t)256 << 10)
/* Reading stops while so much waits to be written: a client that asks and does not read gets no more answers. */
#define OUTBOX_MAX ((size_t)16 << 20)
/* At the end, how long a client may take to read what is left, in ms. */
#define LAST_WRITE_MS 1000
/* Quiet after which memory is given back, in µs. */
#define IDLE_AFTER INT64_C(1000000)

/* Drafts are many small blocks: without this glibc keeps what a closed one took. */
static void give_back(gm_session *session) {
  gm_session_idle(session);
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

static int64_t clock_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static int64_t clock_us(void) { return clock_ns() / 1000; }

static int set_nonblocking(int fd) {
  int flags = fcntl(fd, F_GETFL);
  if (flags >= 0) fcntl(fd, F_SETFL, flags | O_NONBLOCK);
  return flags;
}

/* Writes what the reader takes; false when there is no reader any more. */
static bool write_out(gm_outbox *outbox) {
  for (gm_text text = gm_outbox_next(outbox); text.len; text = gm_outbox_next(outbox)) {
    ssize_t wrote = write(STDOUT_FILENO, text.ptr, text.len);
    if (wrote > 0)
      gm_outbox_sent(outbox, (size_t)wrote);
    else if (wrote < 0 && errno == EINTR)
      continue;
    else
      return wrote < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
  }
  return true;
}

typedef enum read_result { READ_SOME, READ_NOTHING, READ_END, READ_FAILED } read_result;

static read_result read_in(gm_input *input) {
  ssize_t got;
  do got = read(STDIN_FILENO, gm_input_room(input, READ_BYTES), READ_BYTES);
  while (got < 0 && errno == EINTR);
  if (got > 0) gm_input_filled(input, (size_t)got);
  if (got > 0) return READ_SOME;
  if (!got) return READ_END;
  return errno == EAGAIN || errno == EWOULDBLOCK ? READ_NOTHING : READ_FAILED;
}

/* Gives the reader a last chance, within limits. */
static void write_rest(gm_outbox *outbox) {
  int64_t until = clock_us() + LAST_WRITE_MS * INT64_C(1000);
  while (gm_outbox_waiting(outbox) && write_out(outbox) && gm_outbox_waiting(outbox) && clock_us() < until) {
    struct pollfd out = {STDOUT_FILENO, POLLOUT, 0};
    poll(&out, 1, LAST_WRITE_MS);
  }
}

static int wait_ms(int64_t until, int64_t now) {
  if (until < 0) return -1;
  return until <= now ? 0 : (int)((until - now + 999) / 1000);
}

static int run(gm_session *session) {
  int64_t idle_at = -1;
  for (;;) {
    int64_t now = clock_us(), due = gm_session_due(session);
    bool writing = gm_outbox_waiting(&session->outbox) > 0;
    if (due >= 0 && due <= now && !writing) {
      gm_session_push(session, now);
      if (!write_out(&session->outbox)) return GM_SERVE_ENDED;
      continue;
    }
    if (idle_at >= 0 && idle_at <= now) {
      give_back(session);
      idle_at = -1;
    }
    struct pollfd fds[2] = {{STDIN_FILENO, POLLIN, 0}, {writing ? STDOUT_FILENO : -1, POLLOUT, 0}};
    if (gm_outbox_waiting(&session->outbox) > OUTBOX_MAX) fds[0].fd = -1;
    int64_t wake = !writing && due >= 0 && (idle_at < 0 || due < idle_at) ? due : idle_at;
    if (poll(fds, 2, gm_session_study(session) ? 0 : wait_ms(wake, now)) < 0) {
      if (errno == EINTR) continue;
      return GM_SERVE_IO;
    }
    if (fds[1].revents && !write_out(&session->outbox)) return GM_SERVE_ENDED;
    if (!fds[0].revents) continue;
    read_result result = read_in(session->input);
    if (result == READ_SOME) {
      gm_session_take(session, clock_us());
      idle_at = clock_us() + IDLE_AFTER;
      if (!write_out(&session->outbox)) return GM_SERVE_ENDED;
    }
    if (session->ended) return GM_SERVE_ENDED;
    if (gm_input_lost(session->input)) {
      fprintf(stderr, "gangmu serve: no message found in the input any more; giving up\n");
      return GM_SERVE_LOST;
    }
    if (result == READ_FAILED) {
      fprintf(stderr, "gangmu serve: cannot read: %s\n", strerror(errno));
      return GM_SERVE_IO;
    }
    if (result == READ_END) {
      if (gm_input_partial(session->input)) fprintf(stderr, "gangmu serve: the input ended inside a message\n");
      return GM_SERVE_ENDED;
    }
  }
}

int gm_serve(const gm_serve_options *options) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
  sigaction(SIGPIPE, &ignore, &before);
  int in_flags = set_nonblocking(STDIN_FILENO), out_flags = set_nonblocking(STDOUT_FILENO);
  gm_session *session = gm_session_new(options->wire, options->publish_delay);
  session->clock = clock_ns;
  session->read_store = options->read_store;
  session->write_store = options->write_store;
  session->today = options->today;
  session->read_settings = options->read_settings;
  int code = run(session);
  write_rest(&session->outbox);
  gm_session_free(session);
  if (in_flags >= 0) fcntl(STDIN_FILENO, F_SETFL, in_flags);
  if (out_flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, out_flags);
  sigaction(SIGPIPE, &before, NULL);
  return code;
}

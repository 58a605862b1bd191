#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/message.h"

static bool same_file(const struct stat *a, const struct stat *b) {
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
         a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Why the file at `target` is not to be replaced; NULL when it may be. */
static const char *refusal(const gm_source *source, const char *target, gm_language language) {
  bool english = language == GM_ENGLISH;
  struct stat now;
  if (stat(target, &now)) return gm_reason(language, errno);
  if (!S_ISREG(now.st_mode)) return english ? "not a regular file" : "不是普通文件";
  if (!same_file(&source->status, &now)) return english ? "it changed meanwhile" : "文件刚被别的程序改动";
  if (now.st_nlink > 1) return english ? "it has a second hard link" : "文件另有硬链接";
  /* Asked of the mode, too: root may write anything, but was not meant to. */
  if (!(now.st_mode & 0222) || access(target, W_OK)) return english ? "it is read-only" : "文件只读";
  return NULL;
}

static int write_all(int file, gm_text content) {
  while (content.len) {
    ssize_t wrote = write(file, content.ptr, content.len);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return errno;
    content.ptr += wrote;
    content.len -= (size_t)wrote;
  }
  return 0;
}

/* Gives the temporary file what the old one had, and the content; an errno. */
static int fill(int file, const struct stat *old, gm_text content) {
  /* Only root may give a file away; as anyone else the file is already ours or it stays so. */
  bool owner_kept = !fchown(file, old->st_uid, old->st_gid);
  mode_t mode = old->st_mode & 07777;
  if (!owner_kept) mode &= ~(mode_t)(S_ISUID | S_ISGID);
  if (fchmod(file, mode)) return errno;
  int error = write_all(file, content);
  if (!error && fsync(file)) error = errno;
  return error;
}

/* The new name must reach the disk too; that it did is no condition of success. */
static void synchronize_folder(const char *target) {
  const char *slash = strrchr(target, '/');
  char *folder = gm_copy(target, strlen(target) + 1);
  folder[slash == target ? 1 : slash - target] = 0;
  int handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  free(folder);
  if (handle < 0) return;
  fsync(handle);
  close(handle);
}

bool gm_replace(const gm_source *source, const char *path, gm_text content, gm_language language) {
  char *target = realpath(path, NULL);
  const char *why = target ? refusal(source, target, language) : gm_reason(language, errno);
  if (!why) {
    gm_buffer temporary = {0};
    const char *name = strrchr(target, '/') + 1;
    gm_buffer_format(&temporary, "%.*s.%.*s.gangmu-XXXXXX", (int)(name - target), target, NAME_MAX - 32, name);
    gm_buffer_add(&temporary, "", 1);
    int file = mkstemp(temporary.items), error = file < 0 ? errno : 0;
    if (file >= 0) {
      error = fill(file, &source->status, content);
      if (close(file) && !error) error = errno;
      /* Looked at once more, as late as can be. */
      if (!error) why = refusal(source, target, language);
      if (!error && !why && rename(temporary.items, target)) error = errno;
      if (error || why) unlink(temporary.items);
    }
    if (error) why = gm_reason(language, error);
    gm_array_free(&temporary);
  }
  if (why)
    gm_complain(language, "%s: 未改写：%s", "%s: not rewritten: %s", path, why);
  else
    synchronize_folder(target);
  free(target);
  return !why;
}

int gm_put(const char *path, gm_text content) {
  char *real = realpath(path, NULL);
  const char *target = real ? real : path, *name = strrchr(target, '/') + 1;
  struct stat old;
  bool known = !stat(target, &old);
  gm_buffer temporary = {0};
  gm_buffer_format(&temporary, "%.*s.%s.gangmu-%ld", (int)(name - target), target, name, (long)getpid());
  gm_buffer_add(&temporary, "", 1);
  int file = open(temporary.items, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666), error = file < 0 ? errno : 0;
  if (file >= 0) {
    error = known ? fill(file, &old, content) : write_all(file, content);
    if (!error && !known && fsync(file)) error = errno;
    if (close(file) && !error) error = errno;
    if (!error && rename(temporary.items, target)) error = errno;
    if (error) unlink(temporary.items);
  }
  if (!error) synchronize_folder(target);
  gm_array_free(&temporary);
  free(real);
  return error;
}

#include "cli/message.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void gm_complain(gm_language language, const char *zh, const char *en, ...) {
  va_list args;
  va_start(args, en);
  fputs("gangmu: ", stderr);
  vfprintf(stderr, language == GM_ENGLISH ? en : zh, args);
  fputc('\n', stderr);
  va_end(args);
}

static const struct {
  int error;
  const char *zh, *en;
} reasons[] = {{ENOENT, "没有这个文件", "no such file"},
               {EACCES, "没有权限", "permission denied"},
               {EPERM, "没有权限", "operation not permitted"},
               {EISDIR, "是文件夹，不是文件", "is a directory"},
               {ENOTDIR, "路径中有一段不是文件夹", "a part of the path is not a directory"},
               {ENOSPC, "磁盘已满", "no space left on device"},
               {EROFS, "文件系统只读", "read-only file system"},
               {ELOOP, "符号链接成环", "too many symbolic links"}};

const char *gm_reason(gm_language language, int error) {
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
    if (reasons[i].error == error) return language == GM_ENGLISH ? reasons[i].en : reasons[i].zh;
  return strerror(error);
}

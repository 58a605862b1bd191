/* Folders of drafts: where their project's files are looked for. */
#ifndef GM_CLI_FOLDER_H
#define GM_CLI_FOLDER_H

#include "text/array.h"

/* The folder of `path` without links, the working folder's when it cannot be told. Free it. */
char *gm_folder_of(const char *path);

/* Bytes of `folder` (from gm_folder_of) that are the folder of the project: the nearest one above it, itself included,
 * that has .gangmu, .gangmu.ini or .git; all of `folder` when there is none. A slash at the end is not counted. */
size_t gm_project_of(const char *folder);

#endif

/* gangmu serve */
#ifndef GM_CLI_SERVE_H
#define GM_CLI_SERVE_H

/* `argv` are the arguments behind the command's name. Gives the exit code. */
int gm_cli_serve(int argc, char **argv);

#endif

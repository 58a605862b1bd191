# CMake generated Testfile for 
# Source directory: /work/wt/me/tests/cli
# Build directory: /work/wt/me/rel/tests/cli
# 
# This file includes the relevant testing commands required for 
# testing this directory and lists subdirectories to be tested as well.
add_test([=[cli.configuration]=] "/work/wt/me/rel/tests/cli_configuration" "/work/wt/me/rel/bin/gangmu")
set_tests_properties([=[cli.configuration]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/cli/CMakeLists.txt;11;add_test;/work/wt/me/tests/cli/CMakeLists.txt;0;")
add_test([=[cli.dismiss]=] "/work/wt/me/rel/tests/cli_dismiss" "/work/wt/me/rel/bin/gangmu")
set_tests_properties([=[cli.dismiss]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/cli/CMakeLists.txt;11;add_test;/work/wt/me/tests/cli/CMakeLists.txt;0;")
add_test([=[cli.figures]=] "/work/wt/me/rel/tests/cli_figures" "/work/wt/me/rel/bin/gangmu")
set_tests_properties([=[cli.figures]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/cli/CMakeLists.txt;11;add_test;/work/wt/me/tests/cli/CMakeLists.txt;0;")
add_test([=[cli.formats]=] "/work/wt/me/rel/tests/cli_formats" "/work/wt/me/rel/bin/gangmu")
set_tests_properties([=[cli.formats]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/cli/CMakeLists.txt;11;add_test;/work/wt/me/tests/cli/CMakeLists.txt;0;")
add_test([=[cli.input]=] "/work/wt/me/rel/tests/cli_input" "/work/wt/me/rel/bin/gangmu")
set_tests_properties([=[cli.input]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/cli/CMakeLists.txt;11;add_test;/work/wt/me/tests/cli/CMakeLists.txt;0;")
add_test([=[cli.rewriting]=] "/work/wt/me/rel/tests/cli_rewriting" "/work/wt/me/rel/bin/gangmu")
set_tests_properties([=[cli.rewriting]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/cli/CMakeLists.txt;11;add_test;/work/wt/me/tests/cli/CMakeLists.txt;0;")
add_test([=[cli.usage]=] "/work/wt/me/rel/tests/cli_usage" "/work/wt/me/rel/bin/gangmu")
set_tests_properties([=[cli.usage]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/cli/CMakeLists.txt;11;add_test;/work/wt/me/tests/cli/CMakeLists.txt;0;")
add_test([=[cli.links_little]=] "/usr/bin/readelf" "-d" "/work/wt/me/rel/bin/gangmu")
set_tests_properties([=[cli.links_little]=] PROPERTIES  FAIL_REGULAR_EXPRESSION "opencc|stdc\\+\\+" _BACKTRACE_TRIPLES "/work/wt/me/tests/cli/CMakeLists.txt;18;add_test;/work/wt/me/tests/cli/CMakeLists.txt;0;")

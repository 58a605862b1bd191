# CMake generated Testfile for 
# Source directory: /work/wt/me/tests/fuzz
# Build directory: /work/wt/me/rel/tests/fuzz
# 
# This file includes the relevant testing commands required for 
# testing this directory and lists subdirectories to be tested as well.
add_test([=[fuzz.check]=] "/work/wt/me/rel/tests/replay_check" "/work/wt/me/tests/fuzz/check.corpus/0" "/work/wt/me/tests/fuzz/check.corpus/1" "/work/wt/me/tests/fuzz/check.corpus/2" "/work/wt/me/tests/fuzz/check.corpus/3")
set_tests_properties([=[fuzz.check]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/fuzz/CMakeLists.txt;15;add_test;/work/wt/me/tests/fuzz/CMakeLists.txt;0;")
add_test([=[fuzz.dismissals]=] "/work/wt/me/rel/tests/replay_dismissals" "/work/wt/me/tests/fuzz/dismissals.corpus/0" "/work/wt/me/tests/fuzz/dismissals.corpus/1" "/work/wt/me/tests/fuzz/dismissals.corpus/2")
set_tests_properties([=[fuzz.dismissals]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/fuzz/CMakeLists.txt;15;add_test;/work/wt/me/tests/fuzz/CMakeLists.txt;0;")
add_test([=[fuzz.document_edits]=] "/work/wt/me/rel/tests/replay_document_edits" "/work/wt/me/tests/fuzz/document_edits.corpus/0")
set_tests_properties([=[fuzz.document_edits]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/fuzz/CMakeLists.txt;15;add_test;/work/wt/me/tests/fuzz/CMakeLists.txt;0;")
add_test([=[fuzz.figures]=] "/work/wt/me/rel/tests/replay_figures" "/work/wt/me/tests/fuzz/figures.corpus/0" "/work/wt/me/tests/fuzz/figures.corpus/1" "/work/wt/me/tests/fuzz/figures.corpus/2")
set_tests_properties([=[fuzz.figures]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/fuzz/CMakeLists.txt;15;add_test;/work/wt/me/tests/fuzz/CMakeLists.txt;0;")
add_test([=[fuzz.normalize]=] "/work/wt/me/rel/tests/replay_normalize" "/work/wt/me/tests/fuzz/normalize.corpus/0" "/work/wt/me/tests/fuzz/normalize.corpus/1" "/work/wt/me/tests/fuzz/normalize.corpus/2")
set_tests_properties([=[fuzz.normalize]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/fuzz/CMakeLists.txt;15;add_test;/work/wt/me/tests/fuzz/CMakeLists.txt;0;")
add_test([=[fuzz.outline]=] "/work/wt/me/rel/tests/replay_outline" "/work/wt/me/tests/fuzz/outline.corpus/0" "/work/wt/me/tests/fuzz/outline.corpus/1" "/work/wt/me/tests/fuzz/outline.corpus/2")
set_tests_properties([=[fuzz.outline]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/fuzz/CMakeLists.txt;15;add_test;/work/wt/me/tests/fuzz/CMakeLists.txt;0;")
add_test([=[fuzz.protocol_json]=] "/work/wt/me/rel/tests/replay_protocol_json" "/work/wt/me/tests/fuzz/protocol_json.corpus/0" "/work/wt/me/tests/fuzz/protocol_json.corpus/1")
set_tests_properties([=[fuzz.protocol_json]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/fuzz/CMakeLists.txt;15;add_test;/work/wt/me/tests/fuzz/CMakeLists.txt;0;")
add_test([=[fuzz.protocol_msgpack]=] "/work/wt/me/rel/tests/replay_protocol_msgpack" "/work/wt/me/tests/fuzz/protocol_msgpack.corpus/0" "/work/wt/me/tests/fuzz/protocol_msgpack.corpus/1")
set_tests_properties([=[fuzz.protocol_msgpack]=] PROPERTIES  TIMEOUT "60" _BACKTRACE_TRIPLES "/work/wt/me/tests/fuzz/CMakeLists.txt;15;add_test;/work/wt/me/tests/fuzz/CMakeLists.txt;0;")

# CMake generated Testfile for 
# Source directory: /work/wt/me/tests/protocol
# Build directory: /work/wt/me/rel/tests/protocol
# 
# This file includes the relevant testing commands required for 
# testing this directory and lists subdirectories to be tested as well.
add_test([=[protocol.sync.json]=] "/work/wt/me/rel/tests/protocol_tests" "/work/wt/me/rel/bin/gangmu" "json" "sync")
set_tests_properties([=[protocol.sync.json]=] PROPERTIES  TIMEOUT "120" _BACKTRACE_TRIPLES "/work/wt/me/tests/protocol/CMakeLists.txt;13;add_test;/work/wt/me/tests/protocol/CMakeLists.txt;0;")
add_test([=[protocol.request.json]=] "/work/wt/me/rel/tests/protocol_tests" "/work/wt/me/rel/bin/gangmu" "json" "request")
set_tests_properties([=[protocol.request.json]=] PROPERTIES  TIMEOUT "120" _BACKTRACE_TRIPLES "/work/wt/me/tests/protocol/CMakeLists.txt;13;add_test;/work/wt/me/tests/protocol/CMakeLists.txt;0;")
add_test([=[protocol.damage.json]=] "/work/wt/me/rel/tests/protocol_tests" "/work/wt/me/rel/bin/gangmu" "json" "damage")
set_tests_properties([=[protocol.damage.json]=] PROPERTIES  TIMEOUT "120" _BACKTRACE_TRIPLES "/work/wt/me/tests/protocol/CMakeLists.txt;13;add_test;/work/wt/me/tests/protocol/CMakeLists.txt;0;")
add_test([=[protocol.load.json]=] "/work/wt/me/rel/tests/protocol_tests" "/work/wt/me/rel/bin/gangmu" "json" "load")
set_tests_properties([=[protocol.load.json]=] PROPERTIES  TIMEOUT "120" _BACKTRACE_TRIPLES "/work/wt/me/tests/protocol/CMakeLists.txt;13;add_test;/work/wt/me/tests/protocol/CMakeLists.txt;0;")
add_test([=[protocol.dismiss.json]=] "/work/wt/me/rel/tests/protocol_tests" "/work/wt/me/rel/bin/gangmu" "json" "dismiss")
set_tests_properties([=[protocol.dismiss.json]=] PROPERTIES  TIMEOUT "120" _BACKTRACE_TRIPLES "/work/wt/me/tests/protocol/CMakeLists.txt;13;add_test;/work/wt/me/tests/protocol/CMakeLists.txt;0;")
add_test([=[protocol.configure.json]=] "/work/wt/me/rel/tests/protocol_tests" "/work/wt/me/rel/bin/gangmu" "json" "configure")
set_tests_properties([=[protocol.configure.json]=] PROPERTIES  TIMEOUT "120" _BACKTRACE_TRIPLES "/work/wt/me/tests/protocol/CMakeLists.txt;13;add_test;/work/wt/me/tests/protocol/CMakeLists.txt;0;")
add_test([=[protocol.sync.msgpack]=] "/work/wt/me/rel/tests/protocol_tests" "/work/wt/me/rel/bin/gangmu" "msgpack" "sync")
set_tests_properties([=[protocol.sync.msgpack]=] PROPERTIES  TIMEOUT "120" _BACKTRACE_TRIPLES "/work/wt/me/tests/protocol/CMakeLists.txt;13;add_test;/work/wt/me/tests/protocol/CMakeLists.txt;0;")
add_test([=[protocol.request.msgpack]=] "/work/wt/me/rel/tests/protocol_tests" "/work/wt/me/rel/bin/gangmu" "msgpack" "request")
set_tests_properties([=[protocol.request.msgpack]=] PROPERTIES  TIMEOUT "120" _BACKTRACE_TRIPLES "/work/wt/me/tests/protocol/CMakeLists.txt;13;add_test;/work/wt/me/tests/protocol/CMakeLists.txt;0;")
add_test([=[protocol.damage.msgpack]=] "/work/wt/me/rel/tests/protocol_tests" "/work/wt/me/rel/bin/gangmu" "msgpack" "damage")
set_tests_properties([=[protocol.damage.msgpack]=] PROPERTIES  TIMEOUT "120" _BACKTRACE_TRIPLES "/work/wt/me/tests/protocol/CMakeLists.txt;13;add_test;/work/wt/me/tests/protocol/CMakeLists.txt;0;")
add_test([=[protocol.load.msgpack]=] "/work/wt/me/rel/tests/protocol_tests" "/work/wt/me/rel/bin/gangmu" "msgpack" "load")
set_tests_properties([=[protocol.load.msgpack]=] PROPERTIES  TIMEOUT "120" _BACKTRACE_TRIPLES "/work/wt/me/tests/protocol/CMakeLists.txt;13;add_test;/work/wt/me/tests/protocol/CMakeLists.txt;0;")
add_test([=[protocol.dismiss.msgpack]=] "/work/wt/me/rel/tests/protocol_tests" "/work/wt/me/rel/bin/gangmu" "msgpack" "dismiss")
set_tests_properties([=[protocol.dismiss.msgpack]=] PROPERTIES  TIMEOUT "120" _BACKTRACE_TRIPLES "/work/wt/me/tests/protocol/CMakeLists.txt;13;add_test;/work/wt/me/tests/protocol/CMakeLists.txt;0;")
add_test([=[protocol.configure.msgpack]=] "/work/wt/me/rel/tests/protocol_tests" "/work/wt/me/rel/bin/gangmu" "msgpack" "configure")
set_tests_properties([=[protocol.configure.msgpack]=] PROPERTIES  TIMEOUT "120" _BACKTRACE_TRIPLES "/work/wt/me/tests/protocol/CMakeLists.txt;13;add_test;/work/wt/me/tests/protocol/CMakeLists.txt;0;")

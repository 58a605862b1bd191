# CMake generated Testfile for 
# Source directory: /work/wt/me/tests/bench
# Build directory: /work/wt/me/rel/tests/bench
# 
# This file includes the relevant testing commands required for 
# testing this directory and lists subdirectories to be tested as well.

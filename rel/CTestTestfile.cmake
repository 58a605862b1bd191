# CMake generated Testfile for 
# Source directory: /work/wt/me
# Build directory: /work/wt/me/rel
# 
# This file includes the relevant testing commands required for 
# testing this directory and lists subdirectories to be tested as well.
subdirs("tests")

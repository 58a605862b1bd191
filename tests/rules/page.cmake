# Writes PAGE from the rule table of GANGMU, or (without WRITE) fails when it is stale.
execute_process(COMMAND ${GANGMU} explain all --format=markdown --lang=zh OUTPUT_VARIABLE zh RESULT_VARIABLE failed)
if(NOT failed)
  execute_process(COMMAND ${GANGMU} explain all --format=markdown --lang=en OUTPUT_VARIABLE en RESULT_VARIABLE failed)
endif()
if(failed)
  message(FATAL_ERROR "${GANGMU} explain fails: ${failed}")
endif()
set(text "# 规则

本页由规则表生成：`ninja -C build rules_page`。级别 hint 默认不报。

${zh}
# Rules

Made from the table of rules by `ninja -C build rules_page`. A hint is off by default.

${en}")
if(WRITE)
  file(WRITE ${PAGE} "${text}")
else()
  file(READ ${PAGE} found)
  if(NOT found STREQUAL text)
    message(FATAL_ERROR "${PAGE} is stale: run `ninja -C build rules_page`")
  endif()
endif()

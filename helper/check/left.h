/* Words that say that an amount is what is left of a whole. */
#ifndef GM_CHECK_LEFT_H
#define GM_CHECK_LEFT_H

#include "check/link.h"

typedef enum gm_left {
  GM_LEFT_NONE,
  GM_LEFT_ALL,  /* all of the rest: 还剩485袋, 还差6艘, 暂时空着144套 */
  GM_LEFT_LAST, /* the same, of what may be a row of parts whose whole is told elsewhere: 其余62人, 余下3柜 */
  GM_LEFT_SOME  /* of the rest, and maybe not all of it: 还有26条没办完, 没有走完流程的523件 */
} gm_left;

/* Can the line hold any of the words? Most hold none. */
bool gm_may_tell_left(const gm_view *view);
/* How the words right before and behind the amount say it. */
gm_left gm_left_of(const gm_view *view, const gm_mention *m);
/* Does the clause behind the amount, or do the words before it, only say of which of the rest it is: 还剩38户没有动工?
 */
bool gm_left_is_some(const gm_view *view, const gm_mention *m);

#endif

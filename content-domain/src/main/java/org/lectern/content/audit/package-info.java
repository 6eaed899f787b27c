/** Who did what to what, when and from where; written in the transaction of the change, never changed afterwards. Takes values, knows no other feature. */
package org.lectern.content.audit;

// Lists that are used again for the next document.

package xmltext

// forget empties a list without keeping what was in it alive. A list fills from its beginning on, so behind an item that is zero there is nothing.
func forget[T comparable](list *[]T) {
	var zero T
	all := (*list)[:cap(*list)]
	for i := range all {
		if all[i] == zero {
			break
		}
		all[i] = zero
	}
	*list = all[:0]
}

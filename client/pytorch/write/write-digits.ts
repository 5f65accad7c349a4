/** The Python that shows the first `count` images of NumPy's `RandomState(seed).permutation` with their labels. */
export function writeDigits({ count, seed }: { readonly count: number; readonly seed: number }): string {
  return `chosen = np.random.RandomState(${seed}).permutation(len(y))[:${count}]
figure, axes = plt.subplots(1, ${count}, figsize=(${Math.min(12, 2 * count)}, 2), squeeze=False)
for axis, i in zip(axes[0], chosen):
    axis.imshow(digits.images[i], cmap='gray_r')
    axis.set_title('label {}'.format(y[i]))
    axis.axis('off')
plt.show()
`;
}

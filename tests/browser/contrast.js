// Spares axe the contrast of what looks like something whose contrast it has found sufficient before.
//
// Its rule takes two milliseconds for an element, nine tenths of what axe needs for a page, and nearly all texts of a
// site share a few looks. A look is all that decides the answer: colour, size and weight of the letters, and the
// backgrounds of all elements around them. What may lie over or under something else has no look, so axe always
// decides about it; so it does about what it has not found sufficient.
(sufficient) => {
  const SIMPLE = {
    backgroundImage: "none",
    clipPath: "none",
    filter: "none",
    float: "none",
    mixBlendMode: "normal",
    opacity: "1",
    transform: "none",
    translate: "none",
    zIndex: "auto",
  };
  const MARGINS = ["marginTop", "marginRight", "marginBottom", "marginLeft"];
  const TRANSPARENT = "rgba(0, 0, 0, 0)";
  const SLACK = 1;

  /** Whether an element stands where it would without its position. */
  const isInPlace = ({ position, top, right, bottom, left }) =>
    position === "static" ||
    (position === "relative" && [top, right, bottom, left].every((inset) => inset === "auto" || inset === "0px")) ||
    (position === "sticky" && scrollX === 0 && scrollY === 0);

  const isSimple = (style) =>
    Object.entries(SIMPLE).every(([name, value]) => style[name] === value) &&
    isInPlace(style) &&
    MARGINS.every((name) => !style[name].startsWith("-"));

  const isDrawn = (style) =>
    style.content !== "none" && (style.backgroundColor !== TRANSPARENT || style.backgroundImage !== "none");

  const lies = (inner, outer) =>
    inner.left >= outer.left - SLACK &&
    inner.top >= outer.top - SLACK &&
    inner.right <= outer.right + SLACK &&
    inner.bottom <= outer.bottom + SLACK;

  /** The backgrounds of an element and of those around it, and the box that must contain it; null if more than those decide. */
  const ground = (known, node) => {
    if (!known.has(node)) known.set(node, newGround(known, node));
    return known.get(node);
  };
  const newGround = (known, node) => {
    const around = node.parentElement ? ground(known, node.parentElement) : { colours: "", box: null };
    const style = getComputedStyle(node);
    if (!around || !isSimple(style)) return null;
    if (["::before", "::after"].some((part) => isDrawn(getComputedStyle(node, part)))) return null;
    if (style.backgroundColor === TRANSPARENT) return around;
    const box = node.getBoundingClientRect();
    if (around.box && !lies(box, around.box)) return null;
    // The background of the outermost elements covers the whole screen.
    const isOutermost = node === document.documentElement || node === document.body;
    return { colours: `${around.colours} ${style.backgroundColor}`, box: isOutermost ? null : box };
  };

  const look = (known, node) => {
    const behind = ground(known, node);
    if (!behind || (behind.box && !lies(node.getBoundingClientRect(), behind.box))) return null;
    const { color, fontSize, fontWeight, textShadow, webkitTextStrokeWidth, webkitTextFillColor } = getComputedStyle(node);
    if (textShadow !== "none" || webkitTextStrokeWidth !== "0px") return null;
    return [color, webkitTextFillColor, fontSize, fontWeight, behind.colours].join();
  };

  if (!axe.sufficient) {
    const rule = axe._audit.rules.find(({ id }) => id === "color-contrast");
    const check = axe._audit.checks["color-contrast"];
    const { matches } = rule;
    const { evaluate } = check;
    rule.matches = (node, ...rest) => !axe.sufficient.has(look(axe.grounds, node)) && matches.call(rule, node, ...rest);
    check.evaluate = function (node, ...rest) {
      const seen = look(axe.grounds, node);
      if (axe.found.has(seen)) return true;
      let ratio = 0;
      const helper = Object.create(this, { data: { value: (data) => ((ratio = data.contrastRatio), this.data(data)) } });
      const answer = evaluate.call(helper, node, ...rest);
      // Of what is hidden axe says that it is sufficient, and gives no ratio.
      if (seen && answer === true && ratio > 1) axe.found.add(seen);
      return answer;
    };
  }
  axe.sufficient = new Set(sufficient);
  axe.grounds = new Map();
  axe.found = new Set();
}

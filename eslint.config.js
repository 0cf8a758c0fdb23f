// What ESLint looks for in scripts: mistakes, and what must not stand in pages that allow no inline code.
// Formatting and names are left to people; undefined names and types are found by tsc (tsconfig.json).
import js from "@eslint/js";

export default [
  { ignores: ["site/", "public/", ".site-*/", ".venv/", "build/", "dist/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-undef": "off",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "array-callback-return": "error",
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-alert": "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-self-compare": "error",
      "no-shadow": "error",
      "no-template-curly-in-string": "error",
      "no-throw-literal": "error",
      "no-unmodified-loop-condition": "error",
      "no-unreachable-loop": "error",
      "no-use-before-define": ["error", { functions: false, classes: false, variables: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      // Text is always text, never markup; see components/element/element.js.
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe"].map((property) => ({ property })),
        { object: "document", property: "write" },
      ],
      // Keys belong to an input method while it composes; components/element/keys.js knows when.
      "no-restricted-syntax": ["error", "CallExpression[callee.property.name='addEventListener'] > Literal[value=/^key/]"],
    },
  },
  { files: ["**/components/element/keys.js"], rules: { "no-restricted-syntax": "off" } },
];

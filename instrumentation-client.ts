// The framework runs this in browsers before its pages. The page of a map begins with the same (app/map-page/browser.tsx).
import "./app/no-made-code";

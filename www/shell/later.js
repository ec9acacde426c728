// What the first figure does without and every other scene may need: loaded by itself as soon as that figure answers.

import styles from "../css/later.css";
import labels from "../text/en/labels.json?later";
import { arithmetic } from "./arithmetic.js";
import { basins } from "./basins/basins.js";
import { drops } from "./basins/drops.js";
import { fate } from "./basins/fate.js";
import { budgetControl } from "./budget.js";
import { compass } from "./compass.js";
import { batchControl } from "./batch-control.js";
import { batchLegend } from "./batch-legend.js";
import { exportControl } from "./export.js";
import { history } from "./history.js";
import { dataControl } from "./data-control.js";
import { dataFigure } from "./data-figure.js";
import { addEnglish } from "./labels.js";
import { lossControl } from "./loss-control.js";
import { lossSettings } from "./loss-settings.js";
import { measurements } from "./measurements.js";
import { chartFigure } from "./network/charts.js";
import { digitFigure } from "./network/digit.js";
import { networkKind } from "./network/kind.js";
import { nudgesFigure } from "./network/pictures.js";
import { todoTable } from "./network/todo.js";
import { addParts } from "./parts.js";
import { ranking } from "./ranking.js";
import { readouts } from "./readouts.js";
import { regimesFigure } from "./regimes.js";
import { scaling } from "./scaling.js";
import { addSheet } from "./sheets.js";
import { signs } from "./signs.js";
import { slopeWords } from "./slope-words.js";
import { stopControl } from "./stop-control.js";
import { table } from "./table.js";
import { votes } from "./votes.js";
import { varianceFigure } from "./variance-figure.js";

addEnglish(labels);
addSheet(styles);
addParts({
  controls: {
    drops,
    loss: lossControl,
    scaling,
    budget: budgetControl,
    settings: lossSettings,
    data: dataControl,
    batch: batchControl,
    steps: stopControl,
    measurements,
    export: exportControl,
    history,
  },
  /** Controls that every scene has. */
  always: ["steps", "export", "history"],
  readings: {
    basins,
    ranking,
    readouts,
    signs,
    arithmetic,
    table,
    votes,
    todo: todoTable,
  },
  remarks: {
    basins: fate,
    slope: slopeWords,
    compass,
    batchLegend,
  },
  /** Panels of the core that only later scenes have. */
  drawings: [],
  /** Figures with a maker of their own. */
  figures: { regimes: regimesFigure, data: dataFigure, variance: varianceFigure, digit: digitFigure, nudges: nudgesFigure, cost: chartFigure, accuracy: chartFigure },
  /** What scenes may be about besides runs of the core. */
  models: { network: networkKind },
});

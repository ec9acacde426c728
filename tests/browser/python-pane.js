// A program that can be run, as its reader meets it: the editor, the buttons, and what is said.
import { expect } from "@playwright/test";

export class PythonPane {
  /** @param {import("@playwright/test").Page} page @param {import("@playwright/test").Locator} [root] */
  constructor(page, root = page.locator("downhill-scene")) {
    this.page = page;
    this.root = root.locator(".python-pane");
    this.editor = this.root.locator(".cm-content");
    this.run = this.root.getByRole("button", { name: "Run", exact: true });
    this.stop = this.root.getByRole("button", { name: "Stop", exact: true });
    this.reset = this.root.getByRole("button", { name: "Reset", exact: true });
    this.retry = this.root.getByRole("button", { name: "Retry", exact: true });
    this.status = this.root.locator(".python-status");
    this.output = this.root.locator(".python-output");
    this.traceback = this.root.locator(".python-traceback");
    this.said = this.root.locator(".python-said");
    this.marked = this.root.locator(".error-line");
  }

  /** Waits until the code editor has come. */
  async opened() {
    await this.editor.waitFor();
  }

  /** Replaces the program. @param {string} code */
  async write(code) {
    await this.editor.focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.insertText(code);
  }

  async text() {
    return (await this.editor.locator(".cm-line").allInnerTexts()).map((line) => line.replace(/\n$/, "")).join("\n");
  }

  /** Runs the program in the editor, or another one first put there, and waits for its end. @param {string} [code] */
  async ran(code) {
    if (code !== undefined) await this.write(code);
    await this.run.click();
    await this.ended();
  }

  async running() {
    await expect(this.status).toHaveText("The program is running …", { timeout: 40_000 });
  }

  /** Waits until Run can be pressed again. */
  async ended() {
    await expect(this.run).not.toHaveAttribute("aria-disabled", "true", { timeout: 40_000 });
  }
}

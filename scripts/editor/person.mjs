// What a person does in a VS Code window: opens a file, goes to a line, types, hovers, runs a command, looks.

/** The parts of the window a person sees, as selectors that hold in every release the tests run on. */
export const parts = {
  position: '[id="status.editor.selection"]',
  statusBar: '.monaco-workbench .statusbar',
  quickPick: '.quick-input-widget:visible',
  quickPickInput: '.quick-input-widget:visible .quick-input-box input',
  quickPickRow: '.quick-input-widget:visible .quick-input-list .monaco-list-row',
  focused: '.editor-group-container.active .monaco-editor.focused',
  quickPickFocus: '.quick-input-widget:visible .quick-input-list .monaco-list-row.focused',
  quickPickChosen: '.quick-input-widget:visible .quick-input-list .monaco-list-row:has(.codicon-circle-filled)',
  quickPickButton: '.quick-input-widget:visible .monaco-button',
  suggestion: '.suggest-widget.visible .monaco-list-row',
  suggestionFocus: '.suggest-widget.visible .monaco-list-row.focused',
  hover: '.monaco-hover:visible',
  lens: '.codelens-decoration:visible',
  line: '.editor-group-container.active .view-line',
  action: '.action-widget .action',
  finding: '.squiggly-error, .squiggly-warning',
  notification: '.notifications-toasts .notification-list-item',
  output: '.part.panel .view-line',
  tab: name => `.tabs-container .tab.active[data-resource-name="${name}"]`,
};

/** Returns the gestures for one page. */
export function person(page) {
  const choose = async (key, text) => {
    await page.keyboard.press(key);
    await page.waitForSelector(parts.quickPickInput);
    await page.keyboard.type(text, { delay: 5 });
    await page.locator(parts.quickPickFocus, { hasText: text }).waitFor(); // rows are there before they are sorted by what was typed
    await page.keyboard.press('Enter');
  };
  const lineNumber = async () => /Ln (\d+)/.exec(await page.locator(parts.position).innerText())?.[1];
  const newLine = async () => {
    const before = await lineNumber();
    for (let tries = 1; ; tries++) {
      await page.keyboard.press('Enter');
      for (const end = Date.now() + 3000; Date.now() < end; ) {
        if ((await lineNumber()) !== before) return;
        await page.waitForTimeout(50);
      }
      if (tries === 3) throw new Error(`line ${before} is not left`);
    }
  };
  return {
    ready: () => page.waitForSelector(parts.statusBar, { timeout: 60_000 }),
    /** Types; a person who sees that a key has begun no new line presses it again. */
    async type(text) {
      for (const [i, line] of text.split('\n').entries()) {
        if (i > 0) await newLine();
        await page.keyboard.type(line, { delay: 40 });
      }
    },

    press: key => page.keyboard.press(key),

    /** Goes down the suggestions to the first that has the text, and takes it; returns once the list is gone. */
    async accept(text) {
      const focused = page.locator(parts.suggestionFocus);
      for (let tries = 0; tries < 20 && !(await focused.innerText()).includes(text); tries++) {
        const at = await focused.getAttribute('data-index');
        await page.keyboard.press('ArrowDown');
        await page.locator(`${parts.suggestionFocus}:not([data-index="${at}"])`).waitFor();
      }
      await page.keyboard.press('Enter');
      await page.locator(parts.suggestion).first().waitFor({ state: 'hidden' });
    },

    /** Answers a list by its row, or a dialog that asks for a file by its button. */
    async answer(text) {
      await page.locator(`${parts.quickPickRow}, ${parts.quickPickButton}`, { hasText: text }).first().click();
    },

    /** Runs a command of the palette. */
    command: title => choose('F1', title),

    /** Writes a path into a dialog that asks for a file or folder, and presses its button until it is gone. */
    async answerPath(title, file) {
      const dialog = page.locator(parts.quickPick, { hasText: title });
      await dialog.waitFor();
      await page.locator(parts.quickPickRow, { hasText: '..' }).first().waitFor(); // it lists the folder it begins with
      await page.keyboard.press('Control+A');
      await page.keyboard.type(file, { delay: 5 });
      await page.waitForTimeout(500); // it looks into the folder
      for (let tries = 0; tries < 10 && (await dialog.isVisible()); tries++) {
        await page
          .locator(parts.quickPickButton)
          .first()
          .click({ timeout: 1000 })
          .catch(() => {});
        await page.waitForTimeout(300); // the first press may only open the folder
      }
    },

    /** Exports the open report by the command, its list and its dialog; returns once there is word of the result. `look` is called before the list. */
    async exportFile(look = async () => {}) {
      await choose('F1', 'Qalam: Export Report…');
      await page.locator(parts.quickPickRow, { hasText: 'This file' }).waitFor();
      await look();
      await this.answer('This file');
      await this.answer('JSON');
      await this.answer('OK'); // the save dialog, with the name it proposes
      await page.locator(parts.notification, { hasText: /Exported \d+ events? to/ }).waitFor();
      await page.locator(parts.notification, { hasText: 'Exporting' }).waitFor({ state: 'hidden' });
    },

    async openFile(name) {
      await choose('Control+P', name);
      await page.waitForSelector(parts.tab(name));
      await page.waitForSelector(parts.focused);
    },

    /** Asks for an event of the workspace until it is there: a file that was written to the disk is noticed some time later. */
    async awaitEvent(name) {
      for (let tries = 1; ; tries++) {
        await page.keyboard.press('Control+T');
        await page.waitForSelector(parts.quickPickInput);
        await page.keyboard.type(name, { delay: 5 });
        const found = page.locator(parts.quickPickRow, { hasText: name }).first().waitFor({ timeout: 2000 });
        const there = await found.then(
          () => true,
          () => false,
        );
        await page.keyboard.press('Escape');
        await page.locator(parts.quickPick).waitFor({ state: 'hidden' });
        if (there) return;
        if (tries === 15) throw new Error(`no event ${name} is found`);
      }
    },

    async goTo(line, column = 1) {
      await page.keyboard.press('Control+G');
      await page.waitForSelector(parts.quickPickInput);
      await page.keyboard.type(`${line}:${column}`);
      await page
        .locator(parts.quickPickRow, { hasText: `line ${line}` })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.locator(parts.quickPick).waitFor({ state: 'hidden' });
      await page.waitForSelector(parts.focused); // keys pressed before that are lost
      await page.locator(parts.position, { hasText: `Ln ${line},` }).waitFor();
    },

    /** Rests the mouse on the first place where the open editor shows `text`, until a hover is there. */
    async hoverOver(text) {
      // The text may move under the mouse while hints come in: a person moves the mouse again.
      for (let tries = 1; ; tries++) {
        const middle = await page.evaluate(middleOf, text);
        if (!middle) throw new Error(`"${text}" is not on the screen`);
        await page.mouse.move(middle.x - 3, middle.y);
        await page.mouse.move(middle.x, middle.y, { steps: 3 });
        const shown = page.waitForSelector(parts.hover, { timeout: 10_000 });
        if (tries === 3) return void (await shown);
        if (await shown.catch(() => undefined)) return;
        await page.mouse.move(0, 0);
      }
    },

    /** What the elements say, one string each, white space made single. */
    async read(selector) {
      const texts = await page.locator(selector).allInnerTexts();
      return texts.map(text => text.replace(/\s+/g, ' ').trim());
    },

    /** Takes a picture once fonts and layout have come to rest. */
    async picture(file) {
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.waitForTimeout(400);
      await page.screenshot({ path: file, animations: 'disabled' });
    },
  };
}

/** Runs in the page: the middle of the first occurrence of `text` in the active editor, in pixels. */
function middleOf(text) {
  for (const line of document.querySelectorAll('.editor-group-container.active .view-line')) {
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.data.replaceAll('\u00a0', ' ').indexOf(text);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
  }
  return undefined;
}

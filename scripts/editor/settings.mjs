// The settings every VS Code of ours starts with: no welcome pages, no chat, no update or trust questions, no network.
export const quiet = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'chat.agent.enabled': false,
  'window.restoreWindows': 'none',
  'window.confirmBeforeClose': 'never',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
  'remote.restoreForwardedPorts': false,
  'files.simpleDialog.enable': true,
  'json.schemaDownload.enable': false,
  'npm.fetchOnlinePackageInfo': false,
  'typescript.disableAutomaticTypeAcquisition': true,
};

/** Added for tests and screenshots: what would differ from run to run stays still. */
export const still = {
  'files.autoSave': 'off', // in a browser VS Code saves after a second, and the next test would find what the last one wrote
  'files.hotExit': 'off',
  'editor.accessibilitySupport': 'off',
  'editor.cursorBlinking': 'solid',
};

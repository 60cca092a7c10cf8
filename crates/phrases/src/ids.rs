//! The typed ids of the sentences that the terminal says.
//!
//! Faults are asked for by their code ([`crate::fault`]); the windows have a list of their own.

/// Lists ids once: as variants, as names in the catalogue, as all of them.
macro_rules! ids {
    ($($variant:ident = $name:literal,)*) => {
        /// A sentence of `terminal.ftl`, whose comments say which values it is filled with.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Id {
            $(
                #[doc = concat!("`", $name, "`")]
                $variant,
            )*
        }

        impl Id {
            /// Every id, in the order of the catalogue.
            pub const ALL: &[Id] = &[$(Id::$variant,)*];

            /// Returns the name in the catalogue.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Id::$variant => $name,)*
                }
            }
        }
    };
}

ids! {
    InitDone = "terminal-init-done",
    InitCashOnly = "terminal-init-cash-only",
    InitBooks = "terminal-init-books",
    InitNext = "terminal-init-next",
    AccountAdded = "terminal-account-added",
    AccountRetired = "terminal-account-retired",
    AccountListEmpty = "terminal-account-list-empty",
    AccountIsRetired = "terminal-account-is-retired",
    PersonAdded = "terminal-person-added",
    PersonNext = "terminal-person-next",
    PersonRole = "terminal-person-role",
    PersonRemoved = "terminal-person-removed",
    PersonListEmpty = "terminal-person-list-empty",
    PersonIsRemoved = "terminal-person-is-removed",
    RoleVolunteer = "terminal-role-volunteer",
    RoleTreasurer = "terminal-role-treasurer",
    RoleAdmin = "terminal-role-admin",
    AskPin = "terminal-ask-pin",
    AskPassphrase = "terminal-ask-passphrase",
    AskCode = "terminal-ask-code",
    AskNewPin = "terminal-ask-new-pin",
    AskNewPassphrase = "terminal-ask-new-passphrase",
    DriveOpened = "terminal-drive-opened",
    DriveClosed = "terminal-drive-closed",
    DriveListEmpty = "terminal-drive-list-empty",
    DriveListHeading = "terminal-drive-list-heading",
    DriveOpenSince = "terminal-drive-open-since",
    DriveClosedOn = "terminal-drive-closed-on",
    Asked = "terminal-asked",
    AskedAny = "terminal-asked-any",
    AskedNext = "terminal-asked-next",
    Scan = "terminal-scan",
    ScanWhy = "terminal-scan-why",
    ScanUpi = "terminal-scan-upi",
    ScanApp = "terminal-scan-app",
    ScanCamera = "terminal-scan-camera",
    ScanLightning = "terminal-scan-lightning",
    ScanBitcoin = "terminal-scan-bitcoin",
    ScanEthereum = "terminal-scan-ethereum",
    ScanSolana = "terminal-scan-solana",
    TypeAmount = "terminal-type-amount",
    NumberStaysHere = "terminal-number-stays-here",
    Seen = "terminal-seen",
    SeenAny = "terminal-seen-any",
    Recorded = "terminal-recorded",
    RecordedNext = "terminal-recorded-next",
    Corrected = "terminal-corrected",
    CorrectedAny = "terminal-corrected-any",
    Amount = "terminal-amount",
    AnyAmount = "terminal-any-amount",
    Holder = "terminal-holder",
    Payee = "terminal-payee",
    Iban = "terminal-iban",
    Purpose = "terminal-purpose",
    Number = "terminal-number",
    Gift = "terminal-gift",
    When = "terminal-when",
    State = "terminal-state",
    Rail = "terminal-rail",
    StateAsked = "terminal-state-asked",
    StatePromised = "terminal-state-promised",
    StateInHand = "terminal-state-in-hand",
    StateCorrected = "terminal-state-corrected",
    RailCash = "terminal-rail-cash",
    ReasonMistake = "terminal-reason-mistake",
    ReasonNotGiven = "terminal-reason-not-given",
    ReportHeading = "terminal-report-heading",
    ReportInHand = "terminal-report-in-hand",
    ReportPromised = "terminal-report-promised",
    ReportAsked = "terminal-report-asked",
    ReportWithoutAmount = "terminal-report-without-amount",
    ReportCorrected = "terminal-report-corrected",
    ReportGoal = "terminal-report-goal",
    ReportGoalReached = "terminal-report-goal-reached",
    ReportNoGoal = "terminal-report-no-goal",
    ReportLast = "terminal-report-last",
    ReportEmpty = "terminal-report-empty",
    BackupDone = "terminal-backup-done",
    RestoreDone = "terminal-restore-done",
    RecoverDone = "terminal-recover-done",
    AskSheet = "terminal-ask-sheet",
    VerifyChainHolds = "terminal-verify-chain-holds",
    VerifyCheckpoint = "terminal-verify-checkpoint",
    ProofNotCutOff = "terminal-verify-not-cut-off",
    ProofNotPromises = "terminal-verify-not-promises",
    VerifyUnsigned = "terminal-verify-unsigned",
    VerifyAgainstHolds = "terminal-verify-against-holds",
    VerifyAgainstDiffers = "terminal-verify-against-differs",
    VerifyFoldAgrees = "terminal-verify-fold-agrees",
    VerifyProgress = "terminal-verify-progress",
    VerifyTroubles = "terminal-verify-troubles",
    VerifyChainBroken = "terminal-verify-chain-broken",
    VerifyFoldDiffers = "terminal-verify-fold-differs",
    VerifyContradiction = "terminal-verify-contradiction",
    VerifyTextChanged = "terminal-verify-text-changed",
    VerifyFileDamaged = "terminal-verify-file-damaged",
    VerifyStopped = "terminal-verify-stopped",
    RefoldDone = "terminal-refold-done",
    ExportDone = "terminal-export-done",
    CodeDrawn = "terminal-code-drawn",
    DemoStart = "terminal-demo-start",
    DemoSetUp = "terminal-demo-set-up",
    DemoDrive = "terminal-demo-drive",
    DemoAsk = "terminal-demo-ask",
    DemoSeen = "terminal-demo-seen",
    DemoCash = "terminal-demo-cash",
    DemoMistake = "terminal-demo-mistake",
    DemoReport = "terminal-demo-report",
    DemoVerify = "terminal-demo-verify",
    DemoExport = "terminal-demo-export",
    DemoEnd = "terminal-demo-end",
    DemoOrganisation = "terminal-demo-organisation",
    DemoHolder = "terminal-demo-holder",
    DemoName = "terminal-demo-name",
    DemoPurpose = "terminal-demo-purpose",
    ReadingOnly = "terminal-reading-only",
}

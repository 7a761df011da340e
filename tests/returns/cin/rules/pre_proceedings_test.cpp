#include "returns/cin/rules/examples.h"

using namespace kith::test;

static const bool added = add_examples({
    {"8995Q", silent, "", "", 2027},
    {"8995Q", fires, "-PreProceedingsandFGDM", "-", 2027},
    {"8995Q", silent, "", "", 2026},

    {"9000Q", silent, "", "", 2027},
    {"9000Q", fires, "-PPStartDate", "PPStartDate", 2027},
    {"9000Q", silent, "-PreProceedingsandFGDM", "", 2027},

    {"9005", silent, "PPStartDate=2026-04-01", "", 2027},
    {"9005", fires, "PPStartDate=2026-03-31", "PPStartDate", 2027},
    {"9005", fires, "PPStartDate=2027-04-01", "PPStartDate", 2027},
    {"9005", silent, "-PPStartDate", "", 2027},

    {"9006", silent, "LBPSentDate=2026-09-01", "", 2027},
    {"9006", fires, "LBPSentDate=2026-08-31", "LBPSentDate", 2027},
    {"9006", fires, "LBPSentDate=2027-04-01", "LBPSentDate", 2027},
    {"9006", silent, "-LBPSentDate", "", 2027},

    {"9007", silent, "", "", 2027},
    {"9007", fires, "-FGDMMeetingOffer", "FGDMMeetingOffer", 2027},
    {"9007", silent, "-FGDMMeetingOffer; -LBPSentDate", "", 2027},
    {"9007", silent, "FGDMMeetingOffer=false", "", 2027},

    {"9008", silent, "InitialPPMeetingDate=2027-03-31", "", 2027},
    {"9008", fires, "InitialPPMeetingDate=2027-04-01", "InitialPPMeetingDate", 2027},
    {"9008", fires, "InitialPPMeetingDate=2026-03-31", "InitialPPMeetingDate", 2027},

    {"9009", silent, "StepDecisionDate=2026-09-01", "", 2027},
    {"9009", fires, "StepDecisionDate=2026-08-31", "StepDecisionDate", 2027},
    {"9009", fires, "StepDecisionDate=2027-04-01", "StepDecisionDate", 2027},

    {"9010Q", silent, "", "", 2027},
    {"9010Q", fires, "-FGDMMeetingFac", "FGDMMeetingFac", 2027},
    {"9010Q", fires, "-FGDMMeetingFac; FGDMMeetingOffer=true", "FGDMMeetingFac", 2027},
    {"9010Q", silent, "-FGDMMeetingFac; FGDMMeetingOffer=0", "", 2027},
    {"9010Q", silent, "-FGDMMeetingFac; -FGDMMeetingOffer", "", 2027},

    {"9011", silent, "PPOutcome=C", "", 2027},
    {"9011", silent, "-PPOutcome", "", 2027},
    {"9011", fires, "PPOutcome=D", "PPOutcome", 2027},
    {"9011", fires, "PPOutcome=a", "PPOutcome", 2027},

    {"9012", silent, "CourtAppDate=2026-12-01", "", 2027},
    {"9012", fires, "CourtAppDate=2026-11-30", "CourtAppDate", 2027},
    {"9012", fires, "CourtAppDate=2027-04-01", "CourtAppDate", 2027},
    {"9012", silent, "CourtAppDate=2026-11-30; -StepDecisionDate", "", 2027},

    {"9013", silent, "LetterInitCPDate=2026-12-08", "", 2027},
    {"9013", fires, "LetterInitCPDate=2026-12-07", "LetterInitCPDate", 2027},
    {"9013", fires, "LetterInitCPDate=2027-04-01", "LetterInitCPDate", 2027},

    {"9015Q", silent, "ReviewMeetingsCount=0", "", 2027},
    {"9015Q", fires, "-ReviewMeetingsCount", "ReviewMeetingsCount", 2027},
    {"9015Q", silent, "-ReviewMeetingsCount; -InitialPPMeetingDate", "", 2027},
});

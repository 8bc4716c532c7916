using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Charter;

/// <summary>Begins to commission a service: it enters the first stage, Analyse.</summary>
/// <param name="Title">What is commissioned, such as a new contract.</param>
/// <param name="Service">The code of the service.</param>
/// <param name="People">Whom it would touch.</param>
/// <param name="CharterEditionId">The edition of the charter by which it is looked at.</param>
public sealed record StartCommissioning(string Title, string Service, AffectedPeople People, Guid CharterEditionId)
{
    public static Decision Decide(StartCommissioning command, CharterEdition edition, DateOnly today)
    {
        var title = CleanText.OneLine(command.Title);
        if (title.Length == 0)
            return Decision.Refuse("TITLE_MISSING", "Enter what is commissioned, such as a new contract for therapies", "title");

        if (CleanText.TooLong(title, CleanText.LineLimit, "title") is { } tooLong)
            return Decision.Refuse(tooLong);

        if (LoggedFeedback.Service.Find(command.Service) is not { } service)
            return Decision.Refuse("SERVICE_UNKNOWN", "Choose one of the services, or “Another service”", "service");

        if (command.People.Check() is { } refusal)
            return Decision.Refuse(refusal);

        return edition.From > today
            ? Decision.Refuse(
                "EDITION_NOT_IN_FORCE", $"This edition holds from {LondonCalendar.Text(edition.From)}. Choose one that holds today", "charterEditionId")
            : Decision.To(
                new CommissioningStarted(title, service.Code, command.People.Distinct(), edition.Id, today), new StageEntered(CycleStage.Analyse, 1, today));
    }
}

using Engagement.Common;
using Engagement.Participants;

namespace Engagement.LoggedFeedback;

public sealed record LogFeedback(FeedbackKind Kind, string Service, string Words, DateOnly ReceivedOn, string? District)
{
    public static Decision Decide(LogFeedback command, DateOnly today, Func<string, PersonalText> seal)
    {
        var service = CleanText.OneLine(command.Service);
        var words = CleanText.Of(command.Words);
        if (service.Length == 0)
            return Decision.Refuse("SERVICE_MISSING", "Enter the service it is about", "service");

        if (words.Length == 0)
            return Decision.Refuse("WORDS_MISSING", "Enter what the person said", "words");

        if (command.ReceivedOn > today)
            return Decision.Refuse("RECEIVED_IN_THE_FUTURE", "Enter the day it came, today or before", "receivedOn");

        if (command.District is { } code && Common.District.Find(code) is null)
            return Decision.Refuse("DISTRICT_UNKNOWN", "Choose one of the districts of the county", "district");

        var tooLong = CleanText.TooLong(service, CleanText.LineLimit, "service") ?? CleanText.TooLong(words, CleanText.ParagraphLimit, "words");
        return tooLong is not null
            ? Decision.Refuse(tooLong)
            : Decision.To(new FeedbackLogged(command.Kind, service, seal(words), command.ReceivedOn, command.District));
    }
}

using System.Reflection;
using Engagement.Operations;
using Messaging;

namespace Engagement.Tests.Operations;

public sealed class EveryMessageHasAMeaning
{
    [Fact]
    public void In_plain_words()
    {
        var handled = typeof(EngagementEvents).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Handler", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.Name is "Handle" or "HandleAsync")
            .Select(method => method.GetParameters()[0].ParameterType)
            .Select(message => message.GetCustomAttribute<MessageIdentityAttribute>()?.Name ?? message.FullName!)
            .ToList();

        handled.Count.ShouldBeGreaterThan(10);
        handled.Where(name => MessageMeanings.Of(name) is null).ShouldBeEmpty();
    }
}

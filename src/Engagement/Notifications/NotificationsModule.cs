using Engagement.Common;
using Engagement.Participants;
using Engagement.Privacy;
using EventStore;
using Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Notifications;

/// <summary>
/// What people who took part are sent by e-mail, if they gave an address and allowed it, and what staff are reminded of who asked for it. None of it is history: it has no events, and what is over is deleted.
/// </summary>
internal sealed class NotificationsModule : EngagementModule
{
    public override void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(new NotificationOptions());
        services.AddSingleton<NotificationTokens>();
        services.AddSingleton<AddressQuestions>();
        services.AddSingleton<RecipientAddresses>();
        services.AddSingleton<FollowCommands>();
        services.AddSingleton<AccountAddressCommands>();
        services.AddSingleton<NotificationCommands>();
        services.AddSingleton<NotificationReads>();
        services.AddSingleton<NotificationContents>();
        services.AddSingleton<NotificationDispatch>();
        services.AddSingleton<NotificationSender>();
        services.AddSingleton<NotificationBounces>();
        services.AddSingleton<DueReminders>();
        services.AddSingleton<ReminderCommands>();
        services.AddSingleton<WeeklyNews>();
        services.AddSingleton<IPersonalTextTable, NotificationAddresses>();
        services.AddSingleton<IPersonAddresses, NotificationAddresses>();
        services.AddHostedService<MorningClock>();
        services.AddSingleton(new ExpiringRows(
            RecordClasses.ContactAddresses, "engagement.notification_recipients", $"{LondonCalendar.SqlDayOf("greatest(asked_at, last_sent_at)")} <= $1::date"));
        services.AddSingleton(new ExpiringRows(RecordClasses.ContactAddresses, "engagement.notifications", $"{LondonCalendar.SqlDayOf("ended_at")} <= $1::date"));
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Subscribe(new NotifiedEvents(
            services.GetRequiredService<NotificationOptions>(), services.GetRequiredService<NotificationTokens>(), services.GetRequiredService<TimeProvider>()));
        projections.Subscribe(new OpeningDates(services.GetRequiredService<MessageOutbox>()));
    }
}

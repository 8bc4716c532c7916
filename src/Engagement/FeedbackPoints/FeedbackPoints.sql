create table if not exists engagement.feedback_points (
    case_id uuid not null,
    point int not null,
    reached_on date not null,
    satisfaction text,
    primary key (case_id, point)
);

create index if not exists feedback_points_by_day on engagement.feedback_points (reached_on, point, satisfaction);

-- What a response adds to the counts, so that it can be taken out again exactly.
create table if not exists engagement.counted_responses (
    response_id uuid primary key,
    wave_id uuid not null,
    content jsonb not null
);

create table if not exists engagement.answer_counts (
    wave_id uuid not null,
    instrument_version int not null,
    -- Empty: the response itself.
    question_key text not null,
    -- Empty: that the question was answered at all.
    answer text not null,
    -- In a ranking, 1 first; else 0.
    place int not null,
    proxy boolean not null,
    -- Empty: not said.
    audience text not null,
    -- "all", or what the count is broken down by.
    dimension text not null,
    -- Empty: not said.
    value text not null,
    count int not null,
    primary key (wave_id, dimension, question_key, instrument_version, answer, place, proxy, audience, value)
)
-- Each row is counted up again and again: with room beside it, that touches no index.
with (fillfactor = 40);

import type { ChatAuthor, ChatGap, ChatMessage, ChatNotice } from '#lib/model/chat.ts';
import type { ChannelRef } from '#lib/model/channel.ts';
import { m } from '#lib/paraglide/messages.js';
import type { FeedEntry } from '#lib/state/feed-entry.ts';
import { createElement, createIsolated } from './elements.ts';
import { gapText } from './gap-text.ts';
import { createAuthor } from './line-author.ts';
import type { LineOptions } from './line-options.ts';
import { createText } from './line-text.ts';
import { messageMarks } from './message-marks.ts';
import { noticeText } from './notice-text.ts';

/** Draws one line of a feed; everything that people wrote enters as text. */
export function createChatLine(entry: FeedEntry, options: LineOptions): HTMLElement {
	switch (entry.type) {
		case 'message': {
			const line = createMessageLine(entry.message, options);
			if (entry.removed) markRemoved(line);
			return line;
		}
		case 'notice':
			return createNoticeLine(entry.notice, options);
		case 'gap':
			return createGapLine(entry.gap);
		default:
			return entry satisfies never;
	}
}

/** Shows that a message was taken back. */
export function markRemoved(line: HTMLElement): void {
	if (line.classList.contains('removed')) return;
	line.classList.add('removed');
	line.append(createElement('span', 'removal', m.message_removed()));
}

function createMessageLine(message: ChatMessage, options: LineOptions): HTMLElement {
	const line = createLine(messageClasses(message), message, message.author);
	if (message.replyTo) line.append(createReplyContext(message.replyTo));
	for (const mark of messageMarks(message)) line.append(createElement('span', 'mark', mark));
	appendOrigin(line, message, options);
	const pictures = options.pictures?.(message.channel);
	line.append(createAuthor(message.author, options, pictures));
	line.append(createElement('span', 'colon', message.action ? ' ' : ': '));
	if (message.bits !== undefined)
		line.append(createElement('span', 'mark bits', m.message_bits({ count: message.bits })));
	line.append(createText(pictures?.decorate(message.fragments, message.bits) ?? message.fragments, options));
	return line;
}

function messageClasses({ action, highlighted, firstMessage, powerUp, source }: ChatMessage): string {
	let classes = 'chat_line';
	if (action) classes += ' action';
	if (highlighted) classes += ' highlighted';
	if (firstMessage) classes += ' first';
	if (powerUp) classes += ` ${powerUp}`;
	if (source?.foreign) classes += ' shared';
	return classes;
}

function createNoticeLine(notice: ChatNotice, options: LineOptions): HTMLElement {
	const line = createLine('chat_line notice', notice, notice.author);
	line.dataset['kind'] = notice.kind;
	if (notice.tier) line.dataset['tier'] = notice.tier;
	if (notice.color) line.dataset['color'] = notice.color;
	appendOrigin(line, notice, options);
	line.append(createIsolated('headline', noticeText(notice)));
	if (notice.fragments.length === 0) return line;
	const said = createElement('div', 'said');
	const pictures = options.pictures?.(notice.channel);
	if (notice.author) said.append(createAuthor(notice.author, options, pictures), createElement('span', 'colon', ': '));
	said.append(createText(pictures?.decorate(notice.fragments) ?? notice.fragments, options));
	line.append(said);
	return line;
}

function createGapLine(gap: ChatGap): HTMLElement {
	const line = createElement('div', 'line gap', gapText(gap));
	line.dataset['platform'] = gap.channel.platform;
	return line;
}

function createLine(
	className: string,
	{ id, channel }: { readonly id: string; readonly channel: ChannelRef },
	author: ChatAuthor | undefined
): HTMLElement {
	const line = createElement('div', `line ${className}`);
	line.setAttribute('data-message-id', id);
	line.setAttribute('data-platform', channel.platform);
	line.setAttribute('data-user-id', author?.userId ?? '');
	line.setAttribute('data-roles', author?.roles.join(' ') ?? '');
	return line;
}

function appendOrigin(
	line: HTMLElement,
	{ channel, sentAt }: { readonly channel: ChannelRef; readonly sentAt: number },
	{ formatTime, channelLabels }: LineOptions
): void {
	if (formatTime) line.append(createElement('span', 'time', formatTime(sentAt)), ' ');
	if (channelLabels) line.append(createElement('span', 'origin', channel.key), ' ');
}

function createReplyContext({ displayName, text }: NonNullable<ChatMessage['replyTo']>): HTMLElement {
	const context = createElement('div', 'reply');
	context.append(createIsolated('', m.message_reply({ name: displayName })), ' ', createIsolated('', text));
	return context;
}

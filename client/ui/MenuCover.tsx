import { useEffect } from 'react';
import styles from './MenuCover.module.css';

/**
 * Lies over the page while a menu is open: the press that closes the menu draws nothing and follows no link. Not React's:
 * what the menu stands in would keep the press from the menu.
 */
export function MenuCover() {
  useEffect(() => {
    const cover = document.createElement('div');
    cover.className = styles.cover ?? '';
    document.body.append(cover);
    return () => cover.remove();
  }, []);
  return null;
}
